// SPDX-License-Identifier: Apache-2.0
// Uses the controls of the report as a person would, on a copy without policy (browser.sh), and writes
// what it saw into the title: one word per expectation that does not hold, or "good".
"use strict";
addEventListener("load", async () => {
  const bad = [];
  const expect = (name, is, wanted) => {
    if (is !== wanted) bad.push(name + "=" + is);
  };
  const one = (selector) => document.querySelector(selector);
  const shown = () => one(".filter .count").textContent;
  const gains = () => Array.from(document.querySelectorAll("table.fixes td.gain"),
    (cell) => parseInt(cell.textContent, 10)).join();

  const words = one(".filter input[type=search]");
  const severity = one(".filter select");
  words.value = "ou=LEAVERS";
  words.dispatchEvent(new Event("input"));
  expect("text", shown(), "1 of 28 results shown");
  words.value = "";
  severity.value = "4";
  severity.dispatchEvent(new Event("change"));
  expect("severity", shown(), "11 of 28 results shown");
  one("#show-pass").click();
  expect("status", shown(), "8 of 28 results shown");
  expect("hidden", getComputedStyle(one(".s-pass")).display, "none");
  location.hash = "#server-SYNC01.ACC-012"; // filtered out: a link to it must show it all the same
  await new Promise((done) => setTimeout(done, 100));
  expect("link", one("[id='server-SYNC01.ACC-012']").classList.contains("filtered"), false);
  severity.value = "0";
  severity.dispatchEvent(new Event("change"));
  one("#show-pass").click();
  expect("all", shown(), "28 of 28 results shown");

  const sorter = one("table.fixes .sorter");
  const written = gains();
  sorter.click();
  expect("ascending", gains(), "1,1,4,4,5,24,31,31");
  expect("aria", one("table.fixes th").getAttribute("aria-sort"), "ascending");
  sorter.click();
  expect("descending", gains(), "31,31,24,5,4,4,1,1");
  sorter.click();
  expect("written", gains(), written);

  const folds = () => document.querySelectorAll("main details[open]").length;
  const buttons = Array.from(document.querySelectorAll(".filter button"));
  buttons.find((button) => button.textContent === "Open all").click();
  expect("open", folds(), document.querySelectorAll("main details").length);
  buttons.find((button) => button.textContent === "Close all").click();
  expect("close", folds(), 0);
  location.hash = "#SYN-009";
  await new Promise((done) => setTimeout(done, 100));
  location.hash = one("table.evidence tr[id]").id; // inside of something folded
  await new Promise((done) => setTimeout(done, 100));
  expect("unfold", folds() > 0, true);

  let copied = "";
  Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { copied = text; } } });
  one("#fixes .tools button").click();
  await new Promise((done) => setTimeout(done, 100));
  const lines = copied.split("\r\n");
  expect("header", lines[0], '"Gain","Check","Severity","Where","Remedy"');
  expect("guard", lines[1].startsWith('"\'+31","PAR-004 Same OU scope'), true);
  expect("lines", lines.length, 10);
  document.title = bad.length ? bad.join(" ") : "good";
});
