import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

type Item = { id: string; name: string; size: number };
/** Lists files to download, each with its size. */
export function FileList({ files, label }: { files: readonly Item[]; label: string }) {
  const { files: words } = useWords();
  const { number } = useFormats();
  if (files.length === 0) return null;
  const size = (bytes: number) =>
    bytes >= 1_048_576
      ? `${number(Math.round(bytes / 104_857.6) / 10)} MB`
      : `${number(Math.max(1, Math.round(bytes / 1024)))} kB`;
  return (
    <ul className="stack" aria-label={label}>
      {files.map((f) => (
        <li key={f.id}>
          <a href={urls.files.file(f.id)}>{words.download(f.name, size(f.size))}</a>
        </li>
      ))}
    </ul>
  );
}
