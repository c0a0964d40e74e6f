package org.chasqui.console;

/** Measures in the browser how well texts stand out (WCAG 2.2, 1.4.3). */
final class Contrast {
  /** The least contrast ratio of any text on the page; transparent grounds are looked through. */
  static final String LEAST =
      """
      const rgb = (c) => {
        const ctx = document.createElement('canvas').getContext('2d');
        ctx.fillStyle = c; ctx.fillRect(0, 0, 1, 1);
        return [...ctx.getImageData(0, 0, 1, 1).data];
      };
      const light = ([r, g, b]) => [r, g, b]
        .map((v) => v / 255)
        .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
      const ground = (e) => {
        for (; e; e = e.parentElement) {
          const c = rgb(getComputedStyle(e).backgroundColor);
          if (c[3] > 250) { return c; }
        }
        return [255, 255, 255];
      };
      let least = 21;
      for (const e of document.querySelectorAll('body *')) {
        const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
        if (!own || e.offsetParent === null || e.matches('.hidden, .skip, option')) { continue; }
        const a = light(rgb(getComputedStyle(e).color));
        const b = light(ground(e));
        least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
      }
      return least;
      """;

  private Contrast() {}
}
