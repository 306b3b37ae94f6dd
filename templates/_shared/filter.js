// Chooses outcomes. Without this script all are shown and the controls are not.
(() => {
  const form = document.getElementById("_filter");
  const said = form.querySelector("[role=status]");
  const fields = [...form.elements].filter((field) => field.name);
  const outcomes = [...document.querySelectorAll(".outcome")];
  const around = [...document.querySelectorAll(".axis, .line")];
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = new Map(outcomes.map((outcome) => [outcome, plain(outcome.textContent)]));

  const fits = (outcome, { name, value }) =>
    name === "q"
      ? plain(value).split(/\s+/).every((word) => texts.get(outcome).includes(word))
      : !value || (outcome.dataset[name] ?? "").split(" ").includes(value);

  const show = () => {
    const chosen = fields.some((field) => field.value.trim());
    for (const outcome of outcomes) outcome.hidden = !fields.every((field) => fits(outcome, field));
    for (const group of around) {
      group.hidden = chosen && !group.querySelector(".outcome:not([hidden])");
      if (chosen && "open" in group) group.open = true;
    }
    const shown = outcomes.filter((outcome) => !outcome.hidden).length;
    const words = form.dataset.count.replace("{shown}", shown).replace("{all}", outcomes.length);
    if (said.textContent !== words) said.textContent = words;
    form.classList.toggle("chosen", chosen);
    return chosen;
  };

  // The address names what is chosen, so that it can be sent to somebody.
  const choose = (hash) => {
    const address = new URL(location);
    address.hash = show() ? form.id : hash;
    for (const { name, value } of fields) {
      if (value.trim()) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(null, "", address);
  };

  const clear = () => fields.forEach((field) => (field.value = ""));

  const follow = () => {
    const asked = new URL(location).searchParams;
    for (const field of fields) {
      field.value = asked.get(field.name) ?? "";
      if (field.selectedIndex < 0) field.value = "";
    }
    const chosen = show();
    const target = document.getElementById(location.hash.slice(1));
    if (target?.closest("[hidden]")) {
      clear();
      choose(target.id);
    }
    if (chosen) target?.scrollIntoView();
  };

  form.addEventListener("input", () => choose(""));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
    choose("");
  });
  addEventListener("hashchange", follow);
  addEventListener("popstate", follow);
  for (const hidden of document.querySelectorAll("[data-scripted]")) hidden.hidden = false;
  follow();
})();
