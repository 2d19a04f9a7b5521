/** The web application's files; every page address of it answers with the one page. */
import { existsSync } from "node:fs";
import path from "node:path";
import express, { type NextFunction, type Request, type Response, Router } from "express";
import { AppError } from "./app-error.ts";

const YEAR_MS = 31_536_000_000;

/** @param folder `editor/dist` */
export function editorFiles(folder: string): Router {
  const routes = Router();
  // Names under /assets carry a hash of their content.
  routes.use(
    "/assets",
    express.static(path.join(folder, "assets"), {
      immutable: true,
      maxAge: YEAR_MS,
      index: false,
      fallthrough: false,
    }),
  );
  routes.use(express.static(folder, { index: false, maxAge: 0, dotfiles: "ignore" }));
  routes.get(/.*/, (req: Request, res: Response, next: NextFunction) => {
    if (!isNavigation(req)) return next();
    if (!existsSync(path.join(folder, "index.html"))) {
      throw new AppError(
        "not-built",
        503,
        "The web application is not built yet: run npm start, or npm run build.",
      );
    }
    // Revalidated each time: it names the hashed files, so an old one would ask for files that are gone.
    res.set("Cache-Control", "no-cache").sendFile("index.html", { root: folder });
  });
  return routes;
}

/** A person going to an address, not a program asking for a file that is not there. */
function isNavigation(req: Request): boolean {
  if (/^\/(api|assets|socket\.io|simulator)(\/|$)/.test(req.path)) return false;
  // Nothing else is at the root: whoever takes any kind of answer there means the page.
  if (req.path === "/" && req.accepts("html")) return true;
  return req.accepts(["json", "html"]) === "html";
}
