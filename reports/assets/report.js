// SPDX-License-Identifier: Apache-2.0
// Comfort only: the report is complete without it. Adds to the page filtering by severity and text,
// sorting, copying a table as CSV, opening and closing what is folded. It builds all its controls
// itself, reads the page and writes nothing of it as markup. The page is also well-formed XML, so
// two characters are missing here on purpose: the one that opens a tag and the ampersand.
"use strict";
(() => {
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const make = (tag, text, attributes) => {
    const node = document.createElement(tag);
    node.textContent = text || "";
    for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
    return node;
  };
  const severities = ["info", "low", "medium", "high", "critical"];
  const statuses = ["fail", "error", "unknown", "warning", "notice", "pass", "not applicable"];

  // Folded parts.
  const folds = () => all("main details");
  const setFolds = (open) => folds().forEach((fold) => { fold.open = open; });
  const unfoldTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    target.closest(".filtered")?.classList.remove("filtered");
    for (let node = target; node; node = node.parentElement)
      if (node.tagName === "DETAILS") node.open = true;
    target.scrollIntoView();
  };
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = folds().filter((fold) => !fold.open);
    setFolds(true);
  });
  addEventListener("afterprint", () => folded.forEach((fold) => { fold.open = false; }));
  addEventListener("hashchange", unfoldTarget);

  // Filter.
  const bar = document.querySelector(".filter");
  if (bar) {
    const results = all("#targets .result");
    const severity = make("select", "", { "aria-label": "Lowest severity shown" });
    severities.forEach((name, level) => {
      severity.append(make("option", level ? (level === 4 ? name + " only" : name + " and above")
        : "any severity", { value: String(level) }));
    });
    const words = make("input", "", { type: "search", placeholder: "Filter by text",
      "aria-label": "Filter results by text" });
    const shown = make("span", "", { class: "count", role: "status" });
    const count = () => {
      const visible = results.filter((result) => {
        if (result.classList.contains("filtered")) return false;
        const group = result.closest(".group");
        const name = Array.from(group.classList).find((part) => part.startsWith("s-")).slice(2);
        return document.getElementById("show-" + name).checked;
      });
      shown.textContent = visible.length + " of " + results.length + " results shown";
    };
    const apply = () => {
      const wanted = words.value.trim().toLowerCase();
      results.forEach((result) => {
        const weak = Number(severity.value) > severities.indexOf(result.dataset.severity);
        const silent = wanted ? !result.textContent.toLowerCase().includes(wanted) : false;
        result.classList.toggle("filtered", weak || silent);
      });
      count();
    };
    const open = make("button", "Open all", { type: "button" });
    const close = make("button", "Close all", { type: "button" });
    open.addEventListener("click", () => setFolds(true));
    close.addEventListener("click", () => setFolds(false));
    severity.addEventListener("change", apply);
    words.addEventListener("input", apply);
    all("input[type=checkbox]", bar).forEach((box) => box.addEventListener("change", count));
    bar.append(make("span", "", { class: "break" }), severity, words, open, close, shown);
    apply();
  }

  // What does not scroll is no stop for the keyboard.
  const boxes = all(".scroll, pre");
  const setStops = () => {
    const scrolling = boxes.map((box) => box.scrollWidth > box.clientWidth);
    boxes.forEach((box, i) => {
      if (scrolling[i]) box.setAttribute("tabindex", "0");
      else box.removeAttribute("tabindex");
    });
  };
  let waiting = 0;
  const setStopsSoon = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(setStops);
  };
  addEventListener("resize", setStopsSoon);
  document.addEventListener("toggle", setStopsSoon, true);
  setStopsSoon();

  // Sorting: ascending, descending, as written.
  const key = (row, column) => {
    const text = (row.cells[column]?.textContent || "").trim().toLowerCase();
    if (severities.includes(text)) return severities.length - severities.indexOf(text);
    if (statuses.includes(text)) return statuses.indexOf(text);
    const number = text.replace(/,/g, "").match(/^[+-]?\d+(\.\d+)?(?=$|\u2013|\s*%)/);
    return number ? parseFloat(number[0]) : text;
  };
  const compare = (a, b) => {
    if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
    return typeof a === "number" ? a - b : a.localeCompare(b, "en", { numeric: true });
  };
  const makeSortable = (table) => {
    const body = table.tBodies[0];
    const written = Array.from(body.rows);
    if (2 > written.length) return;
    Array.from(table.tHead.rows[0].cells).forEach((cell, column) => {
      if (cell.tagName !== "TH") return;
      const button = make("button", "", { type: "button", class: "sorter" });
      button.append(...cell.childNodes);
      cell.append(button);
      button.addEventListener("click", () => {
        const last = cell.getAttribute("aria-sort");
        const next = last === "ascending" ? "descending" : last ? "" : "ascending";
        all("[aria-sort]", table.tHead).forEach((other) => other.removeAttribute("aria-sort"));
        if (next) cell.setAttribute("aria-sort", next);
        const sign = next === "descending" ? -1 : 1;
        const rows = next ? written.map((row) => [key(row, column), row])
          .sort((a, b) => sign * compare(a[0], b[0])).map((pair) => pair[1]) : written;
        body.append(...rows);
      });
    });
  };

  // CSV with the guard of findings.csv: no cell starts a formula.
  const field = (cell) => {
    const text = cell.textContent.replace(/\s+/g, " ").trim();
    return '"' + (/^[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? "'" : "") + text.replace(/"/g, '""') + '"';
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (refused) {
      const area = make("textarea", text, { class: "vh" });
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  };
  const makeCopyable = (table) => {
    if (3 > table.rows.length) return;
    const button = make("button", "Copy as CSV", { type: "button" });
    const tools = make("div", "", { class: "tools" });
    tools.append(button);
    table.closest(".scroll").before(tools);
    button.addEventListener("click", async () => {
      const lines = Array.from(table.rows, (row) => Array.from(row.cells, field).join(","));
      const done = await copy(lines.join("\r\n") + "\r\n");
      button.textContent = done ? "Copied" : "Not allowed by the browser";
      setTimeout(() => { button.textContent = "Copy as CSV"; }, 2000);
    });
  };
  all("table.sortable").forEach((table) => {
    makeSortable(table);
    makeCopyable(table);
  });
  if (location.hash) unfoldTarget();
})();
