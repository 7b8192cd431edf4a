// The screen in the room: as large as fits, without a button while nobody asks for one.
(() => {
  "use strict";
  const SIZES = 8; // as in screen.css
  const REST = 3000; // ms after which the pointer rests
  const bar = document.getElementById("live");
  const full = document.getElementById("full");
  const root = document.documentElement;
  const now = () => document.getElementById("now");

  // The server guesses how large the type can be; here is seen whether it was right.
  let guess;
  const fit = () => {
    const classes = now().classList;
    const size = () => [...classes].find((name) => /^s\d$/.test(name));
    if (guess) classes.replace(size(), guess);
    guess = size();
    for (let step = Number(guess.slice(1)); step < SIZES; step += 1) {
      if (root.scrollHeight <= root.clientHeight) return;
      classes.replace(`s${step}`, `s${step + 1}`);
    }
  };

  // What was gavelled makes room after a while: the page is fetched anew, as when the record changed.
  let over;
  const wait = () => {
    clearTimeout(over);
    const { seconds } = now().dataset;
    if (seconds) over = setTimeout(() => bar.dispatchEvent(new CustomEvent("changed")), seconds * 1000 + 500);
  };

  bar.addEventListener("htmx:after:swap", () => {
    guess = undefined;
    fit();
    wait();
  });
  window.addEventListener("resize", fit);
  fit();
  wait();

  let resting;
  const stir = () => {
    root.classList.remove("rests");
    clearTimeout(resting);
    resting = setTimeout(() => root.classList.add("rests"), REST);
  };
  document.addEventListener("pointermove", stir);
  stir();

  if (!document.fullscreenEnabled) return;
  full.hidden = false;
  full.addEventListener("click", () => root.requestFullscreen());
  document.addEventListener("fullscreenchange", () => {
    full.hidden = Boolean(document.fullscreenElement);
  });
})();
