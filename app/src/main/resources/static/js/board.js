// Cards can be dragged from column to column. The buttons of each card do the same, by keyboard and by touch.
(() => {
  "use strict";
  const board = document.querySelector(".board");
  if (!board) return;
  let card = null;
  const form = (of) => of.querySelector("form.board-moves");
  const cards = [...board.querySelectorAll(".board-card")].filter(form);
  const columns = [...board.querySelectorAll(".board-column[data-status]")];
  const target = (event) => {
    const column = event.target.closest(".board-column[data-status]");
    return card && column && !column.contains(card) ? column : null;
  };
  const over = (column) => { for (const one of columns) one.classList.toggle("over", one === column); };

  for (const one of cards) {
    one.draggable = true;
    // A link would be dragged by itself, as an address.
    for (const link of one.querySelectorAll("a")) link.draggable = false;
  }
  board.addEventListener("dragstart", (event) => {
    const taken = event.target.closest?.(".board-card[draggable=true]");
    if (!taken) return;
    card = taken;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", card.querySelector("h3").textContent.trim());
    // After the browser has taken its picture of the card.
    setTimeout(() => { if (card) { card.classList.add("taken"); board.classList.add("moving"); } });
  });
  board.addEventListener("dragover", (event) => {
    const column = target(event);
    over(column);
    if (!column) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
  });
  board.addEventListener("dragend", () => {
    over(null);
    board.classList.remove("moving");
    if (card) card.classList.remove("taken");
    card = null;
  });
  board.addEventListener("drop", (event) => {
    const column = target(event);
    if (!column) return;
    event.preventDefault();
    const status = document.createElement("input");
    status.type = "hidden";
    status.name = "status";
    status.value = column.dataset.status;
    const sent = form(card);
    sent.append(status);
    sent.submit();
  });
  const hint = board.parentElement.querySelector("[data-board-hint]");
  if (hint && cards.length > 0) hint.hidden = false;
})();
