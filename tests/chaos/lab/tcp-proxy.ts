/** A TCP proxy that can make every way a network fails happen to the connections it carries. */
import { createServer, connect as dial, type Server, type Socket } from "node:net";

interface Pair {
  near: Socket;
  far: Socket;
  /** Nothing passes any more, and nobody is told. */
  swallowed: boolean;
}

export class TcpProxy {
  /** Milliseconds that every piece is late. */
  latencyMs = 0;
  /** New connections are swallowed too. */
  swallowNew = false;
  private piecesLeft: number | null = null;
  private readonly pairs = new Set<Pair>();
  private readonly server: Server;

  private constructor(private readonly target: { host: string; port: number }) {
    this.server = createServer((near) => this.carry(near));
  }

  static async start(target: { host: string; port: number }): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    await new Promise<void>((resolve) => proxy.server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  get port(): number {
    const address = this.server.address();
    return typeof address === "object" && address ? address.port : 0;
  }

  /** The same address through the proxy. */
  through(url: string): string {
    const changed = new URL(url);
    changed.hostname = "127.0.0.1";
    changed.port = String(this.port);
    return changed.href;
  }

  get connections(): number {
    return this.pairs.size;
  }

  /** Half open: both sides believe that the connection stands, and nothing comes through. @returns how many */
  swallow(): number {
    for (const pair of this.pairs) pair.swallowed = true;
    return this.pairs.size;
  }

  /** Connections are reset when so many more pieces have come from the near side; null: never. */
  resetAfter(pieces: number | null): void {
    this.piecesLeft = pieces;
  }

  /** RST to both sides. */
  reset(): void {
    for (const { near, far } of this.pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  }

  async stop(): Promise<void> {
    for (const { near, far } of this.pairs) {
      near.destroy();
      far.destroy();
    }
    await new Promise((resolve) => this.server.close(resolve));
  }

  private carry(near: Socket): void {
    const far = dial(this.target);
    const pair = { near, far, swallowed: this.swallowNew };
    this.pairs.add(pair);
    near.on("data", () => this.countPiece());
    this.pass(pair, near, far);
    this.pass(pair, far, near);
    const end = () => {
      this.pairs.delete(pair);
      if (pair.swallowed) return;
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      socket.on("error", () => {});
      socket.on("close", end);
    }
  }

  private countPiece(): void {
    if (this.piecesLeft === null) return;
    this.piecesLeft -= 1;
    if (this.piecesLeft <= 0) this.reset();
  }

  private pass(pair: Pair, from: Socket, to: Socket): void {
    from.on("data", (piece: Buffer) => {
      if (pair.swallowed || to.destroyed) return;
      if (this.latencyMs === 0) to.write(piece);
      else setTimeout(() => !pair.swallowed && !to.destroyed && to.write(piece), this.latencyMs);
    });
  }
}

export function addressOf(url: string): { host: string; port: number } {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}
