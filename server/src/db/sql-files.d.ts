// `.sql` files are imported as text (esbuild's text loader in the bundle, a plugin in vitest.config.ts).

declare module "*.sql" {
  const text: string;
  export default text;
}
