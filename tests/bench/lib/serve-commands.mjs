/** The other end of `startOutside`: answers commands over IPC until the parent is gone. @param commands name → function of its arguments */
export function serveCommands(commands) {
  process.on("message", async ({ id, command, args }) => {
    try {
      process.send({ id, result: await commands[command](args) });
    } catch (error) {
      process.send({ id, error: String(error.stack ?? error) });
    }
  });
  process.on("disconnect", () => process.exit(0));
}
