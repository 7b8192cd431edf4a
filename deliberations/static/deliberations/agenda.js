// Arranging an agenda without asking the server for each step: by its buttons, or dragged.
// Each step is also a button that sends the form, and works without this.
(() => {
  "use strict";
  const form = document.querySelector("form.arrange");
  if (!form) return;
  const list = form.querySelector("ol");
  const rows = () => [...list.querySelectorAll("li[data-name]")];

  // What is arranged and not recorded is not lost by a wrong click.
  let changed = form.hasAttribute("data-changed");
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });

  const said = document.getElementById("said");
  const say = (words, row) => {
    const filled = { item: row.dataset.name, place: rows().indexOf(row) + 1, all: rows().length };
    said.textContent = words.replace(/\{(\w+)\}/g, (_, name) => filled[name]);
  };
  const arranged = () => {
    changed = true;
    rows().forEach((row, at) => {
      row.querySelector(".n").textContent = at + 1;
      for (const button of row.querySelectorAll('[name="do"]')) {
        button.value = button.value.replace(/\d+/, at + 1);
      }
    });
  };
  const put = (row, before) => {
    list.insertBefore(row, before);
    arranged();
  };

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    const row = button?.closest("li[data-name]");
    if (!row) {
      changed = false;
      return;
    }
    event.preventDefault();
    const [what] = button.value.split(":");
    if (what === "remove") {
      const near = row.nextElementSibling ?? row.previousElementSibling;
      say(form.dataset.removed, row);
      row.remove();
      arranged();
      (near?.querySelector('[value^="remove"]') ?? form.querySelector(".panel button")).focus();
      return;
    }
    if (what === "up" && row.previousElementSibling) put(row, row.previousElementSibling);
    if (what === "down" && row.nextElementSibling) put(row, row.nextElementSibling.nextSibling);
    button.focus();
    say(form.dataset.moved, row);
  });

  // ---- dragged by its grip, with a mouse, a pen or a finger

  let dragged, home;
  const end = (back) => {
    if (!dragged) return;
    const row = dragged;
    dragged = undefined;
    row.classList.remove("dragged");
    if (back) put(row, home);
    else say(form.dataset.moved, row);
  };
  for (const grip of list.querySelectorAll(".grip")) grip.hidden = false;
  list.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest(".grip");
    if (!grip || event.button !== 0) return;
    event.preventDefault();
    dragged = grip.closest("li");
    home = dragged.nextSibling;
    dragged.classList.add("dragged");
    list.setPointerCapture(event.pointerId);
  });
  list.addEventListener("pointermove", ({ clientY }) => {
    if (!dragged) return;
    const others = rows().filter((row) => row !== dragged);
    const after = others.find((row) => {
      const { top, height } = row.getBoundingClientRect();
      return clientY < top + height / 2;
    });
    if ((after ?? null) !== dragged.nextElementSibling) put(dragged, after ?? null);
  });
  list.addEventListener("pointerup", () => end(false));
  list.addEventListener("pointercancel", () => end(true));
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") end(true);
  });
})();
