// The weakest contrast of text and what is behind it, as WCAG 2 measures it: [ratio, text]; of the page, or of a selector.
const onto = ([r, g, b, a = 1], under) => [r, g, b].map((part, at) => part * a + under[at] * (1 - a));
const paint = document.createElement("canvas").getContext("2d", {willReadFrequently: true});

function rgba(colour) {
  paint.clearRect(0, 0, 1, 1);
  paint.fillStyle = colour;
  paint.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}

const behind = element => element === null ? [255, 255, 255]
  : onto(rgba(getComputedStyle(element).backgroundColor), behind(element.parentElement));

function light(colour) {
  const [r, g, b] = colour.map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(element) {
  const under = behind(element);
  const [dark, bright] = [light(onto(rgba(getComputedStyle(element).color), under)), light(under)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

return [...document.querySelectorAll(arguments[0] ?? "body *")]
  .filter(element => element.checkVisibility() && [...element.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
  .filter(element => !["SCRIPT", "STYLE"].includes(element.tagName))
  .map(element => [contrast(element), element.textContent])
  .sort(([a], [b]) => a - b)[0];
