/** The look of Hilo: warm neutral surfaces, one mulberry accent, quiet shadows, 14 px system type. */

import {
  Anchor,
  Badge,
  Button,
  createTheme,
  type MantineColorsTuple,
  Modal,
  Paper,
  Tooltip,
} from "@mantine/core";
import { t } from "./i18n/t.ts";

/** The thread. The only colour that means "yours to press". */
const mulberry: MantineColorsTuple = [
  "#fbf2f7",
  "#f4e1eb",
  "#e6bfd3",
  "#d79bb9",
  "#ca7ba3",
  "#bd5f8f",
  "#ab4a7c",
  "#93386a",
  "#782d57",
  "#5c2243",
];

/** Stone rather than blue-grey: surfaces read as paper. */
const stone: MantineColorsTuple = [
  "#faf8f5",
  "#f4f1ec",
  "#e9e4dd",
  "#dbd4ca",
  "#c3bbb0",
  "#a0978b",
  "#7d7469",
  "#635b51",
  "#474039",
  "#2b2723",
];

/** The same stone at night; 7 is the body, 6 what is raised above it, 4 lines. */
const night: MantineColorsTuple = [
  "#ebe6df",
  "#cdc6bd",
  "#aba399",
  "#8a8278",
  "#4a443e",
  "#3a3530",
  "#2a2622",
  "#1f1c19",
  "#191714",
  "#131110",
];

/** Brick and honey in place of signal red and yellow: seen at once, and still part of the house. */
const brick: MantineColorsTuple = [
  "#fdf1ee",
  "#fadfd9",
  "#f2bdb2",
  "#ea9787",
  "#e27864",
  "#d95f49",
  "#cb4a33",
  "#b33b26",
  "#92301f",
  "#6f2417",
];
const honey: MantineColorsTuple = [
  "#fdf6e7",
  "#f9eaca",
  "#f2d596",
  "#ebbf60",
  "#e3a934",
  "#d3941b",
  "#b97c0f",
  "#97630a",
  "#774e0a",
  "#573907",
];

const SANS =
  'ui-sans-serif, -apple-system, BlinkMacSystemFont, "Segoe UI Variable Text", "Segoe UI", Inter, Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';

/** Made anew for another language: it has words in it. */
export const theme = () =>
  createTheme({
    respectReducedMotion: true,
    primaryColor: "mulberry",
    primaryShade: { light: 7, dark: 6 },
    colors: { mulberry, gray: stone, dark: night, red: brick, yellow: honey },
    white: "#ffffff",
    black: "#2b2723",
    fontFamily: SANS,
    fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, monospace',
    headings: { fontFamily: SANS, fontWeight: "650" },
    fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "19px" },
    lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.4" },
    defaultRadius: "md",
    radius: { xs: "4px", sm: "6px", md: "9px", lg: "13px", xl: "20px" },
    shadows: {
      xs: "0 1px 2px rgb(60 45 30 / 0.06)",
      sm: "0 1px 3px rgb(60 45 30 / 0.07), 0 2px 8px rgb(60 45 30 / 0.05)",
      md: "0 2px 5px rgb(60 45 30 / 0.07), 0 8px 22px rgb(60 45 30 / 0.09)",
      lg: "0 4px 10px rgb(60 45 30 / 0.07), 0 18px 44px rgb(60 45 30 / 0.13)",
      xl: "0 8px 20px rgb(60 45 30 / 0.09), 0 30px 70px rgb(60 45 30 / 0.18)",
    },
    cursorType: "pointer",
    focusRing: "auto",
    components: {
      // Colour alone does not tell a link from the words around it.
      Anchor: Anchor.extend({ defaultProps: { underline: "always" } }),
      Button: Button.extend({
        defaultProps: { size: "sm" },
        // Nothing to press is smaller than WCAG's 24 pixels.
        vars: (_, { size }) => ({ root: size === "compact-xs" ? { "--button-height": "24px" } : {} }),
      }),
      Badge: Badge.extend({ styles: { root: { textTransform: "none", fontWeight: 600 } } }),
      Modal: Modal.extend({
        defaultProps: {
          centered: true,
          radius: "lg",
          shadow: "xl",
          closeButtonProps: { "aria-label": t("Close") },
        },
        styles: { title: { fontSize: "16px", fontWeight: 640 } },
      }),
      Paper: Paper.extend({ defaultProps: { radius: "lg" } }),
      Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, withArrow: true, radius: "sm" } }),
    },
  });
