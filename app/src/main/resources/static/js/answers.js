// Answers outlive the network: what could not be sent stays here, in this browser, and goes again when the line is back.
// Each answer carries a key, so one that did arrive is not recorded twice. Keys 1 to 9 choose in the question in view.
(() => {
  "use strict";
  const banner = document.getElementById("unsent");
  if (!banner) return;
  const store = "asepsie.unsent." + banner.dataset.who;
  const read = () => { try { return JSON.parse(localStorage.getItem(store)) || {}; } catch { return {}; } };
  const write = (all) => { try { localStorage.setItem(store, JSON.stringify(all)); } catch { /* storage is full or closed: the page itself still holds the answer */ } };
  const fresh = () => {
    const b = crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 15) | 64; b[8] = (b[8] & 63) | 128;
    const h = [...b].map((x) => x.toString(16).padStart(2, "0")).join("");
    return h.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };
  const sectionOf = (element) => element && element.closest ? element.closest(".question") : null;
  const fieldsOf = (section) => {
    const fields = {};
    for (const input of section.querySelectorAll("input[name], textarea[name]")) {
      if (input.form && input.getAttribute("form")) continue;
      if (input.type === "radio" && !input.checked) continue;
      if (input.name.endsWith("-" + section.dataset.question)) fields[input.name] = input.value;
    }
    return fields;
  };
  const words = (pattern, count) => pattern.replace("#", count);
  let signedOut = false;

  const show = () => {
    const kept = Object.values(read());
    const waiting = kept.filter((it) => !it.review);
    const review = kept.filter((it) => it.review);
    banner.hidden = kept.length === 0;
    const list = banner.querySelector("[data-list]");
    list.replaceChildren();
    let text = "";
    if (signedOut) text = banner.dataset.signedOut;
    else if (waiting.length) text = waiting.length === 1 ? banner.dataset.offlineOne : words(banner.dataset.offline, waiting.length);
    else if (review.length) text = words(banner.dataset.review, review.length);
    for (const it of review) {
      const line = document.createElement("li");
      const link = document.createElement("a");
      link.href = it.address; link.textContent = it.ask;
      line.append(link); list.append(line);
    }
    banner.querySelector("[data-words]").textContent = text;
  };

  const keep = (section) => {
    const all = read();
    all[section.dataset.question] = {
      address: section.dataset.address, ask: section.querySelector("h1, h2").textContent.trim(), fields: fieldsOf(section)
    };
    write(all);
    show();
  };

  const forget = (question) => { const all = read(); delete all[question]; write(all); show(); };

  const place = (question, html) => {
    const here = document.querySelector('.question[data-question="' + CSS.escape(question) + '"]');
    if (!here) return;
    const made = new DOMParser().parseFromString(html, "text/html").querySelector(".question");
    if (!made) return;
    here.replaceWith(made);
    if (window.htmx) window.htmx.process(made);
  };

  let sending = false;
  const send = async () => {
    if (sending) return;
    sending = true;
    try {
      for (const [question, it] of Object.entries(read())) {
        if (it.review) continue;
        const reply = await fetch(it.address, {
          method: "POST", redirect: "manual",
          headers: { "Content-Type": "application/x-www-form-urlencoded", "HX-Request": "true", "HX-Current-URL": location.href, [banner.dataset.csrf]: banner.dataset.token },
          body: new URLSearchParams(it.fields)
        });
        const outcome = reply.headers.get("X-Asepsie-Answer");
        if (!outcome) { signedOut = reply.type === "opaqueredirect" || reply.status === 403; break; }
        signedOut = false;
        const now = read();
        // Answered again while this was on its way: the newer one goes next time round.
        if (!now[question] || JSON.stringify(now[question].fields) !== JSON.stringify(it.fields)) continue;
        if (outcome === "kept") forget(question);
        else { now[question].review = true; write(now); }
        place(question, await reply.text());
      }
    } catch { /* still no line: everything stays kept */ }
    sending = false;
    show();
  };

  const given = (section) => JSON.stringify(Object.entries(fieldsOf(section)).filter(([name]) => /^(answer|comment)-/.test(name)));
  // The reply to an answer that was changed meanwhile: what is on the screen stays, and goes next.
  const renew = (section, html) => {
    const made = new DOMParser().parseFromString(html, "text/html").querySelector(".question");
    if (!made) return;
    for (const input of made.querySelectorAll("input[type=hidden]")) {
      const here = section.querySelector('input[name="' + CSS.escape(input.name) + '"]');
      if (here) here.value = input.value;
    }
    section.querySelector(".question-state").replaceWith(made.querySelector(".question-state"));
  };

  // A new key for each new choice; without scripts the page made one.
  document.body.addEventListener("htmx:configRequest", (event) => {
    const section = sectionOf(event.detail.elt);
    if (!section || event.detail.verb !== "post") return;
    const id = section.dataset.question;
    const key = fresh();
    const input = section.querySelector('input[name="' + CSS.escape("key-" + id) + '"]');
    if (input) input.value = key;
    for (const name of [...event.detail.formData.keys()]) {
      if (!name.endsWith("-" + id)) event.detail.formData.delete(name);
    }
    event.detail.formData.set("key-" + id, key);
    event.detail.given = given(section);
    // Kept before it is sent: the line may break, or the page be closed, in mid-answer.
    keep(section);
    banner.hidden = true;
  });
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    const section = sectionOf(event.detail.target);
    const reply = event.detail.xhr;
    if (!section || !reply) return;
    const outcome = reply.getResponseHeader("X-Asepsie-Answer");
    const asked = event.detail.requestConfig;
    if (outcome === "kept" && asked && asked.given !== given(section)) {
      renew(section, reply.responseText);
      event.detail.shouldSwap = false;
      return;
    }
    if (outcome === "kept") forget(section.dataset.question);
    else if (outcome) { const all = read(); delete all[section.dataset.question]; write(all); show(); }
    if (outcome) { event.detail.shouldSwap = true; event.detail.isError = false; }
    // A page that is no answer (sign in again) must not replace the question.
    else if (event.detail.requestConfig && event.detail.requestConfig.verb === "post") { event.detail.shouldSwap = false; signedOut = true; show(); }
  });
  for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    document.addEventListener(name, (event) => {
      if (!sectionOf(event.detail.elt)) return;
      // The banner says more than the general line does.
      const trouble = document.getElementById("trouble");
      if (trouble) trouble.hidden = true;
      show();
    });
  }

  // Focus returns to the answer just chosen, and the count of the theme follows.
  let chosen = "";
  document.body.addEventListener("change", (event) => { if (event.target.type === "radio") chosen = event.target.name + "\n" + event.target.value; });
  document.body.addEventListener("htmx:afterSettle", () => {
    const [name, value] = chosen.split("\n");
    if (value && (!document.activeElement || document.activeElement === document.body)) {
      const again = document.querySelector('input[type="radio"][name="' + CSS.escape(name) + '"][value="' + CSS.escape(value) + '"]');
      if (again) again.focus({ preventScroll: true });
    }
    const count = document.getElementById("theme-count");
    const all = document.querySelectorAll(".question");
    if (count && all.length) count.textContent = [...all].filter((it) => it.querySelector('input[type="radio"]:checked')).length + "/" + all.length;
  });

  let current = null;
  document.body.addEventListener("focusin", (event) => { current = sectionOf(event.target) || current; });
  document.body.addEventListener("pointerdown", (event) => { current = sectionOf(event.target) || current; });
  const inView = () => {
    const live = current && document.getElementById(current.id);
    if (live) { const box = live.getBoundingClientRect(); if (box.bottom > 0 && box.top < innerHeight) return live; }
    return [...document.querySelectorAll(".question")].find((it) => it.getBoundingClientRect().bottom > 120);
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
    if (event.target.matches("textarea, select, input:not([type=radio])")) return;
    const section = inView();
    const radio = section && section.querySelector('input[type="radio"][data-key="' + event.key + '"]');
    if (radio && !radio.disabled) { event.preventDefault(); radio.focus({ preventScroll: true }); radio.click(); }
  });

  // On the page of a question that must be looked at again, what was chosen and typed comes back.
  for (const section of document.querySelectorAll(".question")) {
    const it = read()[section.dataset.question];
    if (!it) continue;
    for (const input of section.querySelectorAll("input[type=radio], textarea[name]")) {
      const value = it.fields[input.name];
      if (value === undefined) continue;
      if (input.type === "radio") input.checked = input.value === value; else input.value = value;
    }
  }
  const link = document.querySelector("[data-select]");
  if (link) { link.focus(); link.select(); link.addEventListener("focus", () => link.select()); }
  addEventListener("online", send);
  setInterval(() => { if (Object.values(read()).some((it) => !it.review)) send(); }, 15000);
  show();
  send();
})();
