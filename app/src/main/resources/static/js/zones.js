// Addresses can be carried from zone to zone: dragged, or taken with a click or Enter and put down on a zone the same way.
// The text areas stay what is sent: without this script addresses are written there by hand.
(() => {
  "use strict";
  const form = document.querySelector("#zones-form[data-carry]");
  if (!form) return;
  const zones = [...form.querySelectorAll(".network-zone:not([disabled])")];
  const area = (zone) => zone.querySelector("textarea");
  const name = (zone) => zone.querySelector("legend").textContent.trim();
  const lines = (zone) => area(zone).value.split("\n").map((it) => it.trim()).filter((it) => it);
  const found = [...document.querySelectorAll("[data-found]")];
  const voice = document.createElement("p");
  voice.setAttribute("role", "status");
  voice.className = "network-carried";
  form.querySelector(".network-zones").before(voice);
  const say = (key, values) => {
    voice.textContent = Object.entries(values).reduce((text, [slot, value]) => text.replace(slot, value), form.dataset[key]);
  };
  let taken = null;

  const chip = (address, zone) => {
    // Not every browser lets a true button be dragged.
    const made = document.createElement("span");
    made.setAttribute("role", "button");
    made.tabIndex = 0;
    made.className = "network-chip";
    made.draggable = true;
    made.textContent = address;
    made.setAttribute("aria-pressed", "false");
    made.addEventListener("click", () => (taken?.made === made ? leave() : take(address, zone, made)));
    made.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      made.click();
    });
    made.addEventListener("dragstart", (event) => {
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", address);
      take(address, zone, made, true);
    });
    made.addEventListener("dragend", () => leave());
    return made;
  };
  const take = (address, zone, made, dragged = false) => {
    leave();
    taken = { address, zone, made };
    made.setAttribute("aria-pressed", "true");
    form.classList.add("carrying");
    // While something is dragged, nothing may move under the pointer.
    if (dragged) return;
    for (const one of zones) one.querySelector(".network-put").hidden = one === zone;
    say("taken", { "{0}": address });
  };
  const leave = () => {
    if (!taken) return;
    taken.made.setAttribute("aria-pressed", "false");
    form.classList.remove("carrying");
    for (const one of zones) {
      one.classList.remove("over");
      one.querySelector(".network-put").hidden = true;
    }
    taken = null;
    voice.textContent = "";
  };
  const put = (zone) => {
    if (!taken || zone === taken.zone) return;
    const { address, zone: from } = taken;
    leave();
    if (from) area(from).value = lines(from).filter((it) => it !== address).join("\n");
    if (!lines(zone).includes(address)) area(zone).value = [...lines(zone), address].join("\n");
    if (from) show(from);
    show(zone);
    say("put", { "{0}": address, "{1}": name(zone) });
    [...zone.querySelectorAll(".network-chip")].find((it) => it.textContent === address)?.focus();
  };
  const show = (zone) => zone.querySelector(".network-chips").replaceChildren(...lines(zone).map((it) => chip(it, zone)));

  for (const zone of zones) {
    const chips = document.createElement("div");
    chips.className = "network-chips";
    const here = document.createElement("button");
    here.type = "button";
    here.className = "button second small network-put";
    here.hidden = true;
    here.textContent = form.dataset.here;
    const where = document.createElement("span");
    where.className = "unseen";
    where.textContent = ` ${name(zone)}`;
    here.append(where);
    here.addEventListener("click", () => put(zone));
    zone.querySelector("legend").after(chips, here);
    area(zone).addEventListener("change", () => show(zone));
    show(zone);
    zone.addEventListener("dragover", (event) => {
      if (!taken || zone === taken.zone) return;
      event.preventDefault();
      zone.classList.add("over");
    });
    zone.addEventListener("dragleave", (event) => { if (!zone.contains(event.relatedTarget)) zone.classList.remove("over"); });
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      put(zone);
    });
  }
  for (const one of found) one.replaceChildren(chip(one.dataset.found, null));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !taken) return;
    const back = taken.made;
    leave();
    back.focus();
  });
})();
