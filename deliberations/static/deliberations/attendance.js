// Finding in the list of who may be present. What is ticked stays ticked, shown or not.
(() => {
  "use strict";
  const find = document.getElementById("find");
  const found = document.getElementById("found");
  const lines = [...document.querySelectorAll(".attendance li")];
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const show = () => {
    const words = plain(find.value).split(/\s+/).filter(Boolean);
    for (const line of lines) {
      const text = plain(line.textContent);
      line.hidden = !words.every((word) => text.includes(word));
    }
    for (const side of document.querySelectorAll(".attendance fieldset")) {
      side.hidden = !side.querySelector("li:not([hidden])");
    }
    const counts = {
      number: document.querySelectorAll(".attendance :checked").length,
      shown: lines.filter((line) => !line.hidden).length,
    };
    const pattern = words.length ? found.dataset.shown : found.dataset.ticked;
    found.textContent = pattern.replace(/\{(\w+)\}/g, (_, name) => counts[name]);
  };

  find.parentElement.hidden = false;
  find.addEventListener("input", show);
  // Enter ticks the first that was found and is not ticked; nothing is sent.
  find.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const box = find.value.trim() && document.querySelector(".attendance li:not([hidden]) input:not(:checked)");
    if (box) {
      box.checked = true;
      find.select();
      show();
    }
  });
  document.querySelector(".attendance").addEventListener("change", show);
  show();
})();
