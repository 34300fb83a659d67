import { plain } from "#tests/support/town/walk.ts";

/** Describes the product's own post, read with plain requests: a browser is opened for the letters that people follow. */
export class Mailbox {
  constructor(private readonly origin: string) {}

  /** Lists the addresses of the letters to somebody about this, the newest first. */
  async letters(to: string, subject: RegExp): Promise<string[]> {
    const html = await this.page(`/post?aan=${encodeURIComponent(to)}`);
    return [...html.matchAll(/<a [^>]*href="(\/post\?[^"]*brief=[^"]*)"[^>]*>([\s\S]*?)<\/a>/g)]
      .filter(([, , words = ""]) => subject.test(plain(words.replaceAll(/<[^>]*>/g, ""))))
      .map(([, href = ""]) => plain(href));
  }

  /** Reads the words of a letter. */
  async text(letter: string): Promise<string> {
    return plain(/<main[\s\S]*<\/main>/.exec(await this.page(letter))?.[0].replaceAll(/<[^>]*>/g, " ") ?? "");
  }

  private async page(path: string): Promise<string> {
    const answer = await fetch(this.origin + path);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.text();
  }
}
