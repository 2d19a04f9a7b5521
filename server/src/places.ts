/** Where the product's own files are, whether it runs from its sources or from its bundle. */
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds `prisma/migrations`: above this file by more or fewer steps, as the bundle is cut. */
function findRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "prisma", "migrations"))) {
    const above = path.dirname(folder);
    if (above === folder)
      throw new Error("Hilo's own files are not complete: the folder prisma/migrations is missing.");
    folder = above;
  }
  return folder;
}

export const PRODUCT_ROOT = findRoot();
