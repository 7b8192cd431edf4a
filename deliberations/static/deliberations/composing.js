// What is composed in the console: amended texts, kept drafts, nothing lost on the way.
// Every act here is also a field or a button of the page, and works without this.
(() => {
  "use strict";

  const form = () => document.querySelector("form.console");
  const named = (name) => [...form().querySelectorAll(`[name="${name}"]`)];
  // Told as the person would: the field says itself that it changed.
  const changed = (field) => field.dispatchEvent(new Event("change", { bubbles: true }));

  // ---- agreed as amended: a text for each element that is chosen to be agreed

  const rowOf = (box) => box.closest("li");
  const amending = () => document.getElementById("amend");
  const textOf = (box) => amending().querySelector(`[name="amended-${box.value}-${box.dataset.wording}"]`);
  const offerAmending = () => {
    const agreed = named("outcome").some(({ value, checked }) => checked && value === "agreed");
    const chosen = named("elements").filter(({ checked }) => checked);
    for (const text of amending().querySelectorAll("textarea")) {
      if (!chosen.some((box) => textOf(box) === text)) text.closest("label").remove();
    }
    for (const box of chosen.filter((one) => !textOf(one))) {
      const one = document.getElementById("amend-one").content.cloneNode(true);
      const number = rowOf(box).querySelector(".n").textContent;
      const wording = rowOf(box).querySelector(".text").textContent;
      const text = one.querySelector("textarea");
      one.querySelector("span").textContent = `${number} ${wording}`;
      text.name = `amended-${box.value}-${box.dataset.wording}`;
      text.defaultValue = wording;
      amending().lastElementChild.append(one);
    }
    amending().hidden = amending().lastElementChild.disabled = !agreed || !chosen.length;
  };
  document.addEventListener("amend", ({ detail }) => {
    const box = detail ?? named("elements").find(({ checked }) => checked);
    if (!box) return;
    for (const field of [named("outcome").find(({ value }) => value === "agreed"), box]) {
      if (field.checked) continue;
      field.checked = true;
      changed(field);
    }
    amending().open = true;
    textOf(box).focus();
  });
  document.addEventListener("change", ({ target }) => {
    if (target.matches('[name="elements"], [name="outcome"]')) offerAmending();
  });

  // ---- kept as a draft while it is composed

  const QUIET = 1000; // ms without a key until it is kept
  const AGAIN = 10_000; // ms until it is tried again where the record did not answer
  let keeping;
  const keep = () => document.getElementById("keeping")?.dispatchEvent(new CustomEvent("keep"));
  const keepSoon = ({ target }) => {
    if (!target.form || target.form !== form() || !target.name || target.closest(".floor")) return;
    clearTimeout(keeping);
    // What another keeps is kept when it is taken over.
    if (form().querySelector('[value="take-over"]')) return;
    keeping = setTimeout(keep, QUIET);
  };
  document.addEventListener("input", keepSoon);
  document.addEventListener("change", keepSoon);
  // What is kept may be left; what another has in hand, or could not be kept, may not.
  const mayBeLeft = () => {
    for (const text of form().querySelectorAll("textarea")) text.defaultValue = text.value;
  };
  document.addEventListener("htmx:after:swap", ({ target }) => {
    if (target.id === "keeping" && !document.querySelector("#kept [role=alert]")) mayBeLeft();
  });
  document.addEventListener("htmx:error", ({ target }) => {
    if (target.id === "keeping") keeping = setTimeout(keep, AGAIN);
  });

  // ---- not lost when the session ended: kept in this browser until it is back

  const UNSENT = `record:unsent:${location.pathname}`;
  const keptAway = () => {
    const fields = [...new FormData(form())].filter(([name]) => name !== "csrfmiddlewaretoken");
    try {
      sessionStorage.setItem(UNSENT, JSON.stringify(fields));
      return true;
    } catch {
      return false;
    }
  };
  const bringBack = () => {
    let fields;
    try {
      fields = JSON.parse(sessionStorage.getItem(UNSENT) ?? "null");
      sessionStorage.removeItem(UNSENT);
    } catch {
      return;
    }
    if (!fields || !form()) return;
    const said = (name) => fields.filter(([one]) => one === name).map(([, value]) => value);
    // Not form().elements: the form has fields of that name.
    for (const field of form().querySelectorAll("input, select, textarea")) {
      if (!field.name || field.name === "csrfmiddlewaretoken") continue;
      if (["checkbox", "radio"].includes(field.type)) field.checked = said(field.name).includes(field.value);
      else if (said(field.name).length) [field.value] = said(field.name);
    }
    offerAmending();
    for (const [name, value] of fields.filter(([one]) => one.startsWith("amended-"))) {
      const text = amending().querySelector(`[name="${name}"]`);
      if (text) text.value = value;
    }
    document.getElementById("brought-back").hidden = false;
    changed(form().querySelector('[name="sentence"]'));
  };
  document.addEventListener("htmx:response:error", ({ detail: { ctx } }) => {
    if (ctx.response.status !== 403 || !form()) return;
    if (keptAway()) {
      document.getElementById("signed-out").hidden = false;
      mayBeLeft();
    }
  });

  // ---- the list follows the record; what is chosen stays chosen

  let chosenBefore = [];
  document.addEventListener("htmx:before:swap", () => {
    if (form()) chosenBefore = named("elements").filter(({ checked }) => checked).map(({ value }) => value);
  });
  document.getElementById("live").addEventListener("htmx:after:swap", () => {
    for (const box of named("elements")) box.checked = chosenBefore.includes(box.value);
    // Found again in the list as it is now.
    const field = document.getElementById("find");
    if (field.value) field.dispatchEvent(new Event("input", { bubbles: true }));
    form().querySelector("[data-next]").textContent = document.getElementById("next-number").value;
  });

  let agendaIsOpen = false;
  document.addEventListener("toggle", ({ target }) => {
    if (target.id === "agenda") agendaIsOpen = target.open;
  }, true);
  document.addEventListener("htmx:finally:swap", () => {
    if (!form()) return;
    offerAmending();
    const agenda = document.getElementById("agenda");
    if (agenda) agenda.open = agendaIsOpen;
  });
  bringBack();
  offerAmending();
})();
