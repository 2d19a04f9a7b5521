/** E-mails of flows, by the operator's SMTP server. */
import { createTransport } from "nodemailer";

export interface Mail {
  /** Addresses, separated by commas. */
  to: string;
  subject: string;
  text: string;
  timeoutMs: number;
}

export interface Mailer {
  /** @throws what the server said */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/**
 * @param url `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte
 * @param from `Shop <shop@example.org>`
 */
export function createMailer(url: string, from: string): Mailer {
  // Attachments and bodies by path or address would read files of this machine.
  const transport = createTransport({ url, pool: true, disableFileAccess: true, disableUrlAccess: true });
  return {
    async send({ to, subject, text, timeoutMs }) {
      const timeout = new Promise<never>((_, reject) => {
        setTimeout(() => reject(new Error(`no answer in ${timeoutMs / 1000} s`)), timeoutMs).unref();
      });
      await Promise.race([transport.sendMail({ from, to, subject, text }), timeout]);
    },
    close: () => transport.close(),
  };
}
