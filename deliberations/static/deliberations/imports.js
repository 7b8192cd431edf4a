// A document is read while the page says how far that is. Without this it is sent as any form.
(() => {
  "use strict";
  let told = 0;
  const takes = (form, line) => {
    // Once a second: it is read out, too.
    if (line.says && Date.now() - told > 1000) {
      told = Date.now();
      form.querySelector("[role=status]").textContent = line.says;
    }
    if (line.address) location.assign(line.address);
    if (!line.html) return;
    form.parentElement.outerHTML = line.html;
    const marked = document.querySelector("#bring [data-focus]");
    marked?.removeAttribute("data-focus");
    marked?.focus();
  };

  const read = async (form) => {
    const answer = await fetch(form.dataset.read, { method: "POST", body: new FormData(form) });
    if (!answer.ok) throw new Error(answer.statusText);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    let last = {};
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const lines = (rest + value).split("\n");
      rest = lines.pop();
      for (const line of lines) takes(form, (last = JSON.parse(line)));
    }
    if (!last.address && !last.html) throw new Error("cut off");
  };

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-read]");
    if (!form) return;
    event.preventDefault();
    const button = form.querySelector("button");
    if (button.disabled) return;
    button.disabled = true;
    form.querySelector("[role=status]").textContent = form.dataset.says;
    // Whatever fails here, the server says it on a page of its own.
    read(form).catch(() => form.submit());
  });
})();
