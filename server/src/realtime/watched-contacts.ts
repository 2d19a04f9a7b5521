/** Which contacts somebody looks at in this process: of what nobody hears nothing is read back from the database. */

/** With more of them it is as cheap to be told everything. */
const MOST = 200;

export class WatchedContacts {
  private readonly contacts = new Set<string>();
  private readonly telling = new Set<Promise<unknown>>();

  add(contactId: string): void {
    this.contacts.add(contactId);
  }

  delete(contactId: string): void {
    this.contacts.delete(contactId);
  }

  /**
   * Runs a statement that changes what contacts have been told and returns what is to be told of those that are watched.
   * @param work gets their ids; null: of everybody
   */
  async during<T>(work: (watched: readonly string[] | null) => Promise<T>): Promise<T> {
    const running = work(this.contacts.size > MOST ? null : [...this.contacts]);
    this.telling.add(running);
    try {
      return await running;
    } finally {
      this.telling.delete(running);
    }
  }

  /** After all that is running by now has ended: who was added before it then reads what they were not told of. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.telling]);
  }
}
