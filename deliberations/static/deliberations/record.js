// The little that a page needs beside htmx. Everything works without it.
(() => {
  "use strict";

  // The server marks what the reader should be taken to: a refusal, a result. Once.
  const takeToMarked = () => {
    const marked = document.querySelector("[data-focus]");
    if (!marked) return;
    marked.removeAttribute("data-focus");
    marked.focus();
  };
  takeToMarked();
  document.addEventListener("htmx:finally:swap", takeToMarked);

  // An answer that is not swapped (see noSwap in the configuration) is told in words.
  const trouble = document.getElementById("trouble");
  const silence = trouble?.textContent.trim();
  const tell = (page) => {
    if (!trouble) return;
    const problem = page && new DOMParser().parseFromString(page, "text/html").getElementById("problem");
    trouble.firstElementChild.textContent = problem ? problem.textContent : silence;
    trouble.hidden = false;
    trouble.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("htmx:before:request", () => {
    if (trouble) trouble.hidden = true;
  });
  document.addEventListener("htmx:error", () => tell(""));
  document.addEventListener("htmx:response:error", ({ detail: { ctx } }) => {
    if (![409, 422].includes(ctx.response.status)) tell(ctx.text);
  });

  // What is not asked for does not stand in the address.
  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    if (ctx.request.method !== "GET" || !(ctx.request.body instanceof FormData)) return;
    for (const [name, value] of [...ctx.request.body]) if (value === "") ctx.request.body.delete(name);
  });

  // A text that was typed and not sent is not lost by a wrong click.
  let sent = false;
  const unsent = () =>
    [...document.querySelectorAll('main form[method="post"] textarea')].some(
      (text) =>
        text.value !== text.defaultValue ||
        (text.value && text.form.parentElement.querySelector(".error-summary")),
    );
  window.addEventListener("beforeunload", (event) => {
    if (!sent && unsent()) event.preventDefault();
  });
  window.addEventListener("pageshow", () => {
    sent = false;
  });
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) sent = true;
  });
  document.addEventListener("htmx:before:response", ({ detail: { ctx } }) => {
    if (ctx.hx.redirect || ctx.hx.refresh) sent = true;
  });

  for (const button of document.querySelectorAll("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();
