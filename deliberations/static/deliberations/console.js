// The keys of the console, finding in its list, and the sentence that writes itself.
// Every act here is also a field or a button of the page, and works without this.
(() => {
  "use strict";

  const KEPT = "record:keys";
  const OUTCOMES = { a: "agreed", d: "deferred", n: "not-discussed", r: "rejected" };
  const form = () => document.querySelector("form.console");
  const boxes = () => [...form().querySelectorAll('li:not([hidden]) > input[name="elements"]')];
  const named = (name) => [...form().querySelectorAll(`[name="${name}"]`)];

  // ---- keys, which can be switched off (WCAG 2.1.4)

  const dialog = document.getElementById("keys");
  const on = document.getElementById("keys-on");
  const inUse = () => {
    try {
      return localStorage.getItem(KEPT) !== "off";
    } catch {
      return true;
    }
  };
  const showKeys = () => {
    on.checked = inUse();
    for (const hint of document.querySelectorAll(".keys")) hint.hidden = !inUse();
    for (const hint of document.querySelectorAll("button[data-keys]")) hint.parentElement.hidden = false;
    const find = document.querySelector(".find");
    if (find) find.hidden = false;
  };
  on.addEventListener("change", () => {
    try {
      localStorage.setItem(KEPT, on.checked ? "on" : "off");
    } catch {
      // Then it lasts as long as the page.
    }
    showKeys();
  });
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-keys]")) dialog.showModal();
  });

  // Told as the person would: the field says itself that it changed.
  const changed = (field) => field.dispatchEvent(new Event("change", { bubbles: true }));
  const check = (box, checked) => {
    if (box.checked === checked) return;
    box.checked = checked;
    changed(box);
  };

  let at = null; // where the list was left for another field
  const current = () => boxes().find((box) => box === document.activeElement) ?? null;
  const move = (by, take) => {
    const list = boxes();
    const from = current() ?? list.find((box) => box.id === at);
    const to = from ? list[list.indexOf(from) + by] : list[by > 0 ? 0 : list.length - 1];
    if (!to) return;
    if (take && from) check(to, from.checked);
    to.focus();
    to.closest("li").scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches('input[name="elements"]')) at = target.id;
  });

  // After b or q, a digit chooses.
  let awaited = "";
  let before = null;
  const choose = (digit) => {
    const [basis] = named("basis");
    if (awaited === "b" && basis.options[digit - 1]) {
      basis.selectedIndex = digit - 1;
      changed(basis);
      if (before?.isConnected) before.focus();
    }
    const box = named("qualifiers")[digit - 1];
    if (awaited === "q" && box) check(box, !box.checked);
  };
  const wait = (key) => {
    awaited = key;
    form().dataset.awaits = key;
    before = document.activeElement;
    if (key === "b") named("basis")[0].focus();
    if (key === "q") named("qualifiers")[0]?.focus();
  };
  const waitNoMore = () => {
    awaited = "";
    delete form().dataset.awaits;
  };

  const writes = (target) =>
    target.isContentEditable ||
    (target.matches("textarea, select, input") &&
      !["checkbox", "radio", "button", "submit"].includes(target.type));

  document.addEventListener("keydown", (event) => {
    if (!form() || dialog.open || event.altKey || event.isComposing) return;
    const gavels = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (early) {
      if (!gavels && (event.ctrlKey || event.metaKey || event.key.length > 1 || !inUse())) return;
      event.preventDefault();
      early.push(event);
      return;
    }
    if (gavels && (event.target === document.body || form().contains(event.target))) {
      event.preventDefault();
      form().querySelector('button[value="record"]').click();
      return;
    }
    if (event.target.id === "find" && ["Enter", "Escape"].includes(event.key)) {
      event.preventDefault(); // Enter would send the form
      if (event.key === "Escape") event.target.value = "";
      find(event.target);
      boxes()[0]?.focus();
      return;
    }
    if (event.ctrlKey || event.metaKey || !inUse()) return;
    if (awaited) {
      const wanted = awaited;
      if (/^[1-9]$/.test(event.key)) {
        event.preventDefault();
        choose(Number(event.key));
        // Several qualifiers may follow each other; there is one basis.
        if (wanted === "b") waitNoMore();
        return;
      }
      if (event.key !== "Shift") waitNoMore();
      if (event.key === "Escape") return;
    } else if (writes(event.target)) return;
    const key = event.key;
    const act = {
      j: () => move(1),
      k: () => move(-1),
      J: () => move(1, true),
      K: () => move(-1, true),
      m: () => document.dispatchEvent(new CustomEvent("amend", { detail: current() })),
      x: () => current() && check(current(), !current().checked),
      w: () => current() && location.assign(`../../../elements/${current().value}/withdraw/`),
      b: () => wait("b"),
      q: () => wait("q"),
      "/": () => document.getElementById("find").focus(),
      "?": () => dialog.showModal(),
    }[key];
    const outcome = OUTCOMES[key];
    if (!act && !outcome) return;
    if (event.target.matches("select") && !["b", "q"].includes(key) && !outcome) return;
    event.preventDefault();
    if (act) act();
    if (outcome) check(named("outcome").find((radio) => radio.value === outcome), true);
  });

  // ---- finding in the list; what is chosen stays in view

  const find = (field) => {
    const words = field.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of form().querySelectorAll(".choose li")) {
      const box = row.querySelector("input");
      if (!box) continue;
      const text = row.textContent.toLocaleLowerCase();
      row.hidden = !box.checked && !words.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    const said = document.getElementById("found");
    said.textContent = words.length ? `${said.dataset.some}${shown}` : said.dataset.all;
  };
  document.addEventListener("input", ({ target }) => {
    if (target.id === "find") find(target);
  });

  // ---- from the gavel to its answer nothing slips into it: a quick hand's keys are for the next

  let early = null; // the keys pressed since; null while no gavel is on its way
  let left; // where the focus was
  const hold = () => {
    if (early) return;
    early = [];
    left = document.activeElement;
    form().inert = true;
  };
  const release = (recorded) => {
    if (!early) return;
    const keys = recorded ? early : [];
    early = null;
    form().inert = false;
    if (recorded) at = null;
    else if (left.isConnected) left.focus();
    for (const key of keys) document.activeElement.dispatchEvent(new KeyboardEvent("keydown", key));
  };

  // ---- the sentence writes itself as long as nobody else wrote it

  let written = "";
  let behind = false; // what was chosen is not yet in the sentence
  let gavelled = null; // the button of a gavel that waits for that
  const text = () => named("sentence")[0];
  const take = () => {
    behind = false;
    const sentence = document.getElementById("pattern").value;
    if (sentence && text().value.trim() === written.trim()) {
      text().value = sentence;
      written = sentence;
      if (document.activeElement === text()) text().select();
    }
    const suggested = form().querySelector(".suggested");
    suggested.querySelector("q").textContent = sentence;
    suggested.hidden = !sentence || text().value === sentence;
    const button = gavelled;
    gavelled = null;
    if (button?.isConnected) button.click();
  };
  document.addEventListener("change", ({ target }) => {
    if (target.form === form() && target.name && target !== text()) behind = true;
  });
  document.addEventListener("htmx:finally:swap", ({ target }) => {
    if (!form()) return;
    showKeys();
    // These say nothing of the sentence.
    if (["keeping", "live"].includes(target.id)) return;
    const recorded = timeSlip();
    if (!text().value && !document.getElementById("pattern").value) written = "";
    take();
    if (!form().inert) release(recorded);
  });
  // Who comes by keyboard to write their own words writes over it.
  document.addEventListener("focusin", ({ target }) => {
    if (target === text() && target.value && target.value === written) target.select();
  });
  const fails = ({ target }) => {
    if (["keeping", "live"].includes(target.id)) return;
    behind = false;
    gavelled = null;
    release(false);
  };
  document.addEventListener("htmx:error", fails);
  document.addEventListener("htmx:response:error", fails);
  document.addEventListener("click", ({ target }) => {
    if (!target.closest(".suggested button")) return;
    written = text().value;
    take();
    text().focus();
  });
  // Not sent before the person could see the sentence: it is, in a moment.
  document.addEventListener(
    "click",
    (event) => {
      const button = event.target.closest?.('button[value="record"]');
      if (!button) return;
      if (behind && text().value.trim() === written.trim()) {
        event.preventDefault();
        event.stopImmediatePropagation();
        gavelled = button;
        setTimeout(() => gavelled === button && take(), 3000); // as it is
      } else if (!form().checkValidity()) {
        release(false); // the browser says what is missing
        return;
      }
      hold();
    },
    true,
  );

  // ---- a slip is put right at once or not at all

  const timeSlip = () => {
    const slip = document.querySelector(".put-right:not([data-timed])");
    if (!slip) return false;
    slip.dataset.timed = "";
    setTimeout(() => slip.remove(), Number(slip.dataset.seconds) * 1000);
    return true;
  };

  showKeys();
  timeSlip();
})();
