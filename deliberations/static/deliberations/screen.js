// The screen in the room: as large as fits, without a button while nobody asks for one.
(() => {
  "use strict";
  const SIZES = 9; // as in screen.css
  const REST = 3000; // ms after which the pointer rests
  const bar = document.getElementById("live");
  const full = document.getElementById("full");
  const root = document.documentElement;
  const now = () => document.getElementById("now");

  // The server guesses how large the type can be; here is seen what fits.
  const fit = () => {
    const { classList } = now();
    for (let step = 1; step <= SIZES; step += 1) {
      classList.replace([...classList].find((name) => /^s\d$/.test(name)), `s${step}`);
      if (root.scrollHeight <= root.clientHeight) return;
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
    fit();
    wait();
  });
  window.addEventListener("resize", fit);
  fit();
  wait();

  // The projector stays on; where the browser can't promise that, its owner has to.
  const stay = () => document.hidden || navigator.wakeLock?.request("screen").catch(() => {});
  document.addEventListener("visibilitychange", stay);
  stay();

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
