import { Garter } from "garter";

const garter = await Garter.load();
const output = document.querySelector("pre");

document.querySelector("button").addEventListener("click", async () => {
  const { stdout } = await garter.run("import sys\nprint(sys.version_info.major * 14)");
  output.textContent = stdout;
});
document.documentElement.dataset.garter = "ready";
