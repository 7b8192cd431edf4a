// axe reads the few colours of a page anew for each text on each of its grounds, most of its time. So
// what a colour is, is remembered by how it is written.
() => {
  const { Color } = axe.commons.color, read = Color.prototype.parseString, known = new Map();
  Color.prototype.parseString = function (written) {
    if (!known.has(written)) known.set(written, new Color(read.call(this, written)));
    const { r, g, b, alpha } = known.get(written);
    return Object.assign(this, { r, g, b, alpha });
  };
};
