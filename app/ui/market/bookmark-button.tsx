import { Button } from "#app/ui/button.tsx";
import { Form } from "#app/ui/fields/form.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

/** Keeps a question to find it back on "Mijn werk", or lets it go. */
export const BookmarkButton = ({ id, bookmarked, formKey }: { id: string; bookmarked: boolean; formKey: string }) => {
  const {
    market: { keep },
  } = useWords();
  return (
    <Form form={{ key: formKey }} action={urls.market.bookmark(id)}>
      <Button look="plain" name="bewaar" value={bookmarked ? "nee" : "ja"}>
        {bookmarked ? keep.drop : keep.keep}
      </Button>
    </Form>
  );
};
