// What is wrong with the layout of the page, by the rectangles of what can be seen, as sentences. A
// text is left out when it is not shown, is for screen readers only, or lies in a part that
// scrolls by itself.
() => {
  const wrong = [], width = document.documentElement.clientWidth;
  const name = (node) => `${node.localName}${node.id ? "#" + node.id : ""} “${node.textContent.trim().slice(0, 40)}”`;
  const scrolls = (node) => /auto|scroll/.test(getComputedStyle(node).overflowX);
  const hidden = (node) => {
    if (!node.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return true;
    for (let up = node; up; up = up.parentElement) {
      if (getComputedStyle(up).clipPath !== "none" || up.matches(".skip, option")) return true;
      if (scrolls(up) && up !== document.documentElement && up.scrollWidth > up.clientWidth + 1) return true;
    }
    return false;
  };
  if (document.documentElement.scrollWidth > width) wrong.push(`scrolls sideways to ${document.documentElement.scrollWidth} px`);

  // The part that stays while the rest is scrolled below it, or lies above all: the two may meet.
  const stays = (node) => {
    for (let up = node; up; up = up.parentElement)
      if (getComputedStyle(up).position === "sticky" || up.matches(":modal")) return up;
  };

  // Texts: none outside the window, none over another.
  const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    if (!node.data.trim() || hidden(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) texts.push([node.parentElement, box]);
  }
  for (const [node, box] of texts)
    if (box.left < -0.5 || box.right > width + 0.5) wrong.push(`outside: ${name(node)}`);
  const meet = (a, b, by) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > by &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > by + 0.3 * Math.min(a.height, b.height);
  texts.sort((a, b) => a[1].top - b[1].top);
  texts.forEach(([node, box], i) => {
    for (let j = i + 1; j < texts.length && texts[j][1].top < box.bottom; j++)
      if (meet(box, texts[j][1], 1) && stays(node) === stays(texts[j][0])) wrong.push(`over another: ${name(node)} and ${name(texts[j][0])}`);
  });

  // What is cut off by its own box.
  for (const node of document.querySelectorAll("body *"))
    if (/hidden|clip/.test(getComputedStyle(node).overflowX) && node.scrollWidth > node.clientWidth + 1 && !hidden(node) && !node.matches("input, select, textarea"))
      wrong.push(`cut: ${name(node)}`);

  // What can be pressed: none over another.
  const targets = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter((node) => !hidden(node))
    .flatMap((node) => [...node.getClientRects()].map((box) => [node, box]))
    .sort((a, b) => a[1].top - b[1].top);
  targets.forEach(([node, box], i) => {
    for (let j = i + 1; j < targets.length && targets[j][1].top < box.bottom; j++) {
      const other = targets[j][0];
      if (node !== other && !node.contains(other) && !other.contains(node) && meet(box, targets[j][1], 1) && stays(node) === stays(other))
        wrong.push(`pressed together: ${name(node)} and ${name(other)}`);
    }
  });
  return wrong;
}
