// Draws the steps of paths where there is room for a drawing; the list beside it says the same in words.
(() => {
  "use strict";
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const library = (address) => new Promise((ready, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => ready(window.cytoscape);
    script.onerror = failed;
    document.head.append(script);
  });
  const shapes = { user: "ellipse", computer: "round-rectangle", group: "hexagon", domain: "diamond", folded: "round-rectangle" };
  const style = () => [
    { selector: "node", style: {
      label: "data(label)", shape: (node) => shapes[node.data("kind")] || "rectangle", width: 34, height: 34,
      "background-color": colour("--surface"), "border-width": 2, "border-color": colour("--ink"), color: colour("--ink"),
      "font-family": getComputedStyle(document.body).fontFamily, "font-size": 13, "text-valign": "bottom", "text-margin-y": 6,
      "text-wrap": "wrap", "text-max-width": 130,
    } },
    { selector: "node[?top]", style: { "background-color": colour("--accent"), "border-color": colour("--accent"), width: 44, height: 44 } },
    { selector: 'node[kind="folded"]', style: { "border-style": "dashed", "border-color": colour("--violet"), width: 112, height: 32, "text-valign": "center", "text-margin-y": 0 } },
    { selector: "edge", style: {
      label: "data(label)", width: 2, "line-color": colour("--ink-soft"), "target-arrow-color": colour("--ink-soft"), "target-arrow-shape": "triangle",
      "curve-style": "bezier", "font-family": getComputedStyle(document.body).fontFamily, "font-size": 12, color: colour("--ink-soft"), "text-background-color": colour("--surface"), "text-background-opacity": 1,
      "text-wrap": "wrap", "text-max-width": 110,
    } },
  ];
  // The library would bring a style sheet of its own, which the content policy refuses; ours says the same.
  const ours = document.createElement("meta");
  ours.id = "__________cytoscape_stylesheet";
  document.head.append(ours);
  const draw = async (place) => {
    const elements = JSON.parse(place.dataset.graph);
    if (!elements.nodes.length || matchMedia("print").matches || matchMedia("(max-width: 600px)").matches) return;
    const cytoscape = await library(place.dataset.library);
    place.classList.add("live");
    const straight = elements.edges.length === elements.nodes.length - 1 && elements.nodes.every((node) => elements.edges.filter((edge) => edge.data.source === node.data.id).length <= 1 && elements.edges.filter((edge) => edge.data.target === node.data.id).length <= 1);
    const graph = cytoscape({
      container: place, elements, style: style(), userZoomingEnabled: false, minZoom: 0.2, maxZoom: 1.4, autoungrabify: false,
      layout: straight
        ? { name: "grid", rows: 1, padding: 40, avoidOverlapPadding: 90 }
        : { name: "breadthfirst", directed: true, padding: 30, spacingFactor: 1.3 },
    });
    graph.fit(undefined, 40);
    document.addEventListener("asepsie:theme", () => graph.style(style()));
  };
  for (const place of document.querySelectorAll("[data-graph]")) draw(place).catch(() => {});
})();
