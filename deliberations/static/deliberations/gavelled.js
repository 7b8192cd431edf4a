// After a gavel told alone: its elements take their places in the list, and the form is a new one.
(() => {
  "use strict";
  const form = () => document.querySelector("form.console");

  const place = (row) => {
    const list = form().querySelector(".choose ul");
    list.querySelector(`#${row.querySelector("input").id}`)?.closest("li").remove();
    const next = [...list.children].find(({ dataset }) => dataset.rank > row.dataset.rank);
    list.insertBefore(row, next ?? null);
  };

  // The agenda says by what each item was decided: with this one, also while nothing is followed.
  const end = ({ items, decision }) => {
    for (const item of items.split(" ").filter(Boolean)) {
      const cell = form().querySelector(`[data-item="${item}"]`);
      const before = cell?.textContent.split(", ").filter((words) => words.includes("/D"));
      if (cell) cell.textContent = [...new Set([...before, decision])].join(", ");
    }
  };

  const empty = () => {
    // What was asked for of the decision before is not told of the next one.
    for (const asking of form().querySelectorAll(".preview, #keeping")) {
      asking.dispatchEvent(new CustomEvent("htmx:abort"));
    }
    for (const text of form().querySelectorAll("textarea")) text.defaultValue = "";
    const find = document.getElementById("find");
    const found = find.value;
    form().reset();
    form().inert = false; // by which console.js knows that it may go on
    if (found) find.dispatchEvent(new Event("input", { bubbles: true }));
    for (const details of form().querySelectorAll(".panel details")) details.open = false;
    form().querySelector(".panel").scrollTo(0, 0);
    delete form().dataset.awaits;
    form().querySelector(".drafts:not(:has(li))")?.remove();
  };

  document.addEventListener("htmx:after:swap", () => {
    const changed = document.getElementById("changed");
    if (!changed) return;
    for (const row of [...changed.children]) place(row);
    end(changed.dataset);
    empty();
    // The stream may have told of later ones already.
    for (const next of form().querySelectorAll("[data-next]")) {
      next.textContent = Math.max(next.textContent, changed.dataset.next);
    }
    changed.remove();
  });
})();
