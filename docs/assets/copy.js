// Of a session in a shell the button copies what is typed, without the prompt and without the answers.
"use strict";
document.addEventListener("click", event => {
  const button = event.target.closest?.(".language-console .md-code__button");
  if (!button) return;
  const code = button.closest(".language-console").querySelector("code").cloneNode(true);
  for (const part of code.querySelectorAll(".gp, .go")) part.remove();
  const typed = code.textContent.split("\n").map(line => line.trimEnd()).filter(Boolean);
  button.setAttribute("data-clipboard-text", typed.join("\n"));
}, true);
