// The day of printing: a page says on which day it was sent, and may have lain open since.

const day = document.querySelector("time.printed");

function inWords(date) {
  const { lang } = document.documentElement;
  const language = lang === "en" ? "en-GB" : lang;
  return date.toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });
}

if (day) {
  window.addEventListener("beforeprint", () => {
    const now = new Date();
    day.dateTime = now.toISOString().slice(0, 10);
    day.textContent = inWords(now);
  });
}
