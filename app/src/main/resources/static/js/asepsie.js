// Small conveniences. Every page works without them.
(() => {
  "use strict";
  const each = (selector, work, root = document) => root.querySelectorAll(selector).forEach(work);
  const language = document.documentElement.lang;

  // Menus: one open at a time, closed by Escape or a click elsewhere.
  const closeMenus = (except) => each("details.menu[open]", (menu) => { if (menu !== except) menu.open = false; });
  document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = document.querySelector("details.menu[open]");
    if (open) { open.open = false; open.querySelector("summary").focus(); }
    else each(".side:not(:empty)", emptySide);
  });

  // The panel on the right takes the focus when it fills and gives it back when it closes.
  let opener = null;
  const emptySide = (side) => { side.replaceChildren(); if (opener && opener.isConnected) opener.focus(); opener = null; };
  document.addEventListener("htmx:beforeRequest", (event) => { if (event.detail.target.matches(".side")) opener = event.detail.elt; });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (!event.detail.target.matches(".side")) return;
    event.detail.target.tabIndex = -1;
    event.detail.target.focus();
  });
  document.addEventListener("click", (event) => {
    const closer = event.target.closest("[data-empty]");
    if (closer) emptySide(document.getElementById(closer.dataset.empty));
  });
  document.addEventListener("click", (event) => {
    const closer = event.target.closest("[data-close]");
    if (closer) document.getElementById(closer.dataset.close).hidden = true;
  });

  // Theme: at once, and kept by the same address the form posts to.
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-theme-switch]");
    if (!form || !event.submitter) return;
    event.preventDefault();
    const chosen = event.submitter.value;
    const root = document.documentElement;
    if (chosen === "auto") root.removeAttribute("data-theme"); else root.dataset.theme = chosen;
    each("[data-theme-switch] button", (button) => button.setAttribute("aria-pressed", String(button.value === chosen)));
    const words = new FormData(form);
    words.set("theme", chosen);
    fetch(form.action, { method: "POST", body: new URLSearchParams(words), redirect: "manual" });
    document.dispatchEvent(new CustomEvent("asepsie:theme"));
  });

  // Whoever is on the way to another page is not called back because this one is ready. A download leaves nothing, so the way
  // is over after a while.
  let leftAt = -Infinity;
  const leaving = () => performance.now() - leftAt < 10_000;
  window.addEventListener("beforeunload", () => { leftAt = performance.now(); });
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    if (leaving() && event.detail.xhr.getResponseHeader("HX-Refresh")) event.preventDefault();
  });

  // A request that failed is said, not swallowed; one that ended because the page is left has not failed.
  const trouble = (shown) => { const box = document.getElementById("trouble"); if (box) box.hidden = !shown || leaving(); };
  for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) document.addEventListener(name, () => trouble(true));
  document.addEventListener("htmx:afterRequest", (event) => { if (event.detail.successful) trouble(false); });

  // A file that the server would refuse is not even sent.
  document.addEventListener("change", (event) => {
    const field = event.target.closest("input[type=file][data-largest]");
    if (!field) return;
    const refused = [...field.files].some((file) => file.size > Number(field.dataset.largest));
    field.setCustomValidity(refused ? field.dataset.tooLarge : "");
    if (refused) field.reportValidity();
  });

  // Tables: data-sort on the table makes the headers buttons; data-value on a cell is what is compared.
  const value = (row, column) => {
    const cell = row.cells[column];
    const said = cell.dataset.value ?? cell.textContent.trim();
    return said !== "" && !Number.isNaN(Number(said)) ? Number(said) : said;
  };
  const compare = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), language, { numeric: true });
  const makeSortable = (table) => each("thead th:not([data-fixed])", (header) => {
    if (header.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => {
      const down = header.getAttribute("aria-sort") === "ascending";
      each("th[aria-sort]", (other) => other.removeAttribute("aria-sort"), table);
      header.setAttribute("aria-sort", down ? "descending" : "ascending");
      const body = table.tBodies[0];
      const rows = [...body.rows].sort((a, b) => compare(value(a, header.cellIndex), value(b, header.cellIndex)));
      body.append(...(down ? rows.reverse() : rows));
    });
  }, table);

  // Filter boxes: shown only when they can work.
  const plain = (text) => text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
  const makeFilter = (box) => {
    const table = document.getElementById(box.dataset.filter);
    if (!table) return;
    box.hidden = false;
    box.querySelector("input").addEventListener("input", (event) => {
      const words = plain(event.target.value).split(/\s+/).filter(Boolean);
      for (const row of table.tBodies[0].rows) row.hidden = !words.every((word) => plain(row.textContent).includes(word));
    });
  };

  // Charts: the drawing made by the server is replaced when the library has arrived, in the same place and size.
  let library;
  const charts = () => library ??= new Promise((ready, failed) => {
    const script = document.createElement("script");
    script.src = document.body.dataset.charts;
    script.onload = () => ready(window.echarts);
    script.onerror = failed;
    document.head.append(script);
  });
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const radarOption = (table) => {
    // The library turns the other way round than the drawing it replaces.
    const [top, ...others] = table.tBodies[0].rows;
    const rows = [top, ...others.reverse()];
    const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
    const series = (column) => rows.map((row) => Number(row.cells[column].dataset.value));
    const font = getComputedStyle(document.body).fontFamily;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    return {
      animation: !calm,
      textStyle: { fontFamily: font },
      tooltip: {
        renderMode: "richText", confine: true, backgroundColor: colour("--surface"), borderColor: colour("--line-strong"),
        textStyle: { color: colour("--ink") },
        valueFormatter: (number) => number.toLocaleString(language, { maximumFractionDigits: 1 }),
      },
      radar: {
        radius: "70%",
        indicator: rows.map((row) => ({ name: row.cells[0].textContent.trim(), max: Number(row.dataset.scale) })),
        splitNumber: Number(rows[0].dataset.scale),
        axisName: { color: colour("--ink"), fontSize: 14, formatter: (name) => name.replace(/(.{1,18})(?:\s|$)/g, "$1\n").trim() },
        splitLine: { lineStyle: { color: colour("--line") } }, splitArea: { show: false },
        axisLine: { lineStyle: { color: colour("--line") } },
      },
      series: [{
        type: "radar", symbolSize: 5,
        data: [
          { name: heads[3], value: series(3), lineStyle: { type: "dotted", width: 1.5 }, itemStyle: { color: colour("--ink-soft") }, areaStyle: { opacity: 0.08 } },
          { name: heads[1], value: series(1), lineStyle: { width: 1 }, itemStyle: { color: colour("--accent") }, areaStyle: { opacity: 0.82 } },
          { name: heads[2], value: series(2), lineStyle: { width: 2.5 }, itemStyle: { color: colour("--violet") } },
        ],
      }],
    };
  };
  const makeChart = (figure) => {
    const table = figure.parentElement.querySelector("table[data-radar]");
    if (!table || matchMedia("print").matches) return;
    const show = async () => {
      const place = document.createElement("div");
      place.className = "chart-live";
      place.setAttribute("aria-hidden", "true");
      const echarts = await charts();
      figure.append(place);
      // The other renderer writes style attributes, which the content policy refuses.
      const chart = echarts.init(place, null, { renderer: "canvas" });
      chart.setOption(radarOption(table));
      new ResizeObserver(() => chart.resize()).observe(place);
      document.addEventListener("asepsie:theme", () => chart.setOption(radarOption(table)));
    };
    // Only when someone reaches for it: a page that is merely read stays light.
    figure.addEventListener("pointerenter", show, { once: true });
  };

  // What scrolls sideways can be reached by keyboard, and only then is a stop on the way.
  const scrolling = new ResizeObserver((seen) => {
    for (const { target } of seen) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });

  const begin = (root) => {
    each(".table-scroll", (box) => scrolling.observe(box), root);
    each("table[data-sort]", makeSortable, root);
    each("[data-filter]", makeFilter, root);
    each("[data-chart]", makeChart, root);
    const first = root.querySelector("[data-focus]");
    if (first) first.focus();
  };
  begin(document);
  document.addEventListener("htmx:load", (event) => { if (event.target !== document.body) begin(event.target); });
})();
