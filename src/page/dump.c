/* Pages as text, one line an item, for tests and for looking at: everything a reader of a
 * difference wants to see, and nothing that depends on addresses. */
#include "page/page.h"
#include <inttypes.h>

/* "12.375", at most three decimals. */
static void print_length(sp length, FILE *out) {
    int64_t milli = (length * 1000 + SP_PT / 2) >> 16;
    const char *sign = milli < 0 ? "-" : "";
    milli = milli < 0 ? -milli : milli;
    int decimals = milli % 1000 == 0 ? 0 : milli % 100 == 0 ? 1 : milli % 10 == 0 ? 2 : 3;
    static const int units[] = {1000, 100, 10, 1};
    fprintf(out, "%s%" PRId64, sign, milli / 1000);
    if (decimals)
        fprintf(out, ".%0*" PRId64, decimals, milli % 1000 / units[decimals]);
}

static void print_lengths(const char *label, const sp *lengths, size_t count, FILE *out) {
    fputs(label, out);
    for (size_t i = 0; i < count; i++) {
        fputc(i ? ' ' : '(', out);
        print_length(lengths[i], out);
    }
    fputc(')', out);
}

/* In quotes, so that spaces at the ends are seen. */
static void print_quoted(struct str text, FILE *out) {
    fputc('"', out);
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\')
            fputc('\\', out);
        if (text.at[i] == '\n')
            fputs("\\n", out);
        else
            fputc(text.at[i], out);
    }
    fputc('"', out);
}

static void print_field(const char *label, struct str text, FILE *out) {
    if (text.length == 0)
        return;
    fprintf(out, " %s ", label);
    print_quoted(text, out);
}

static void print_tag_of(const struct pages *pages, const struct item *item, FILE *out) {
    static const char *const artifacts[] = {"layout", "header", "footer", "background"};
    if (item->tag == 0 || item->tag >= pages->tags.count)
        fprintf(out, " %s", artifacts[item->artifact <= ARTIFACT_BACKGROUND ? item->artifact : 0]);
    else
        fprintf(out, " %s:%" PRIu32, role_name(pages->tags.at[item->tag].role), item->tag);
}

static void print_colour(struct colour colour, FILE *out) {
    fprintf(out, " #%02x%02x%02x", colour.red, colour.green, colour.blue);
}

/* Words with their places; a space of the text as "_", a hyphen of ours as "-". */
static void print_words(const struct item *item, FILE *out) {
    for (uint32_t i = 0; i < item->text.count; i++) {
        const struct placed *word = &item->text.words[i];
        fputs(word->flags & PLACED_SPACE ? " _" : " ", out);
        print_length(word->x, out);
        fputc(':', out);
        print_quoted(word->glyphs->text, out);
        if (word->flags & PLACED_SOFT_HYPHEN)
            fputc('-', out);
    }
}

static void print_text(const struct item *item, FILE *out) {
    if (item->text.count) {
        struct str face = item->text.words[0].glyphs->face->postscript_name;
        fprintf(out, " %.*s ", STR_ARGS(face));
    }
    print_length(item->text.size, out);
    if (item->text.tracking)
        fprintf(out, " tracking %" PRId32, item->text.tracking);
    if (item->text.expansion && item->text.expansion != 10000)
        fprintf(out, " expansion %" PRId32, item->text.expansion);
    print_words(item, out);
}

static void print_item(const struct pages *pages, const struct item *item, FILE *out) {
    static const char *const kinds[] = {"text", "rule", "squares", "picture"};
    fprintf(out, "  %s", kinds[item->kind]);
    print_tag_of(pages, item, out);
    print_lengths(" ", (sp[]){item->x, item->y}, 2, out);
    print_colour(item->colour, out);
    switch ((enum item_kind)item->kind) {
    case ITEM_TEXT:
        print_text(item, out);
        break;
    case ITEM_RULE:
        print_lengths(" ", (sp[]){item->rule.width, item->rule.height}, 2, out);
        break;
    case ITEM_SQUARES:
        fprintf(out, " %" PRIu32, item->squares.side);
        print_lengths(" ", &item->squares.size, 1, out);
        break;
    case ITEM_PICTURE:
        print_lengths(" ", (sp[]){item->picture.width, item->picture.height}, 2, out);
        print_field("file", str_from(item->picture.picture->path), out);
        break;
    }
    fputc('\n', out);
}

static void print_page(const struct pages *pages, size_t index, FILE *out) {
    const struct page *page = &pages->at[index];
    fprintf(out, "page %zu", index + 1);
    print_field("label", page->label, out);
    print_lengths(" ", (sp[]){page->width, page->height}, 2, out);
    if (page->bleed)
        print_lengths(" bleed ", &page->bleed, 1, out);
    fputc('\n', out);
    for (size_t i = 0; i < page->item_count; i++)
        print_item(pages, &page->items[i], out);
    for (size_t i = 0; i < page->link_count; i++) {
        const struct page_link *link = &page->links[i];
        fprintf(out, "  link:%" PRIu32, link->tag);
        print_lengths(" ", (sp[]){link->x, link->y, link->width, link->height}, 4, out);
        print_field("to", link->target, out);
        print_field("title", link->title, out);
        fputc('\n', out);
    }
}

static void print_tags(const struct tags *tags, FILE *out) {
    for (size_t i = 1; i < tags->count; i++) {
        const struct tag *tag = &tags->at[i];
        fprintf(out, "tag %zu %s in %" PRIu32, i, role_name(tag->role), tag->parent);
        if (tag->role == ROLE_HEADER_CELL)
            fprintf(out, " scope %d", tag->scope);
        if (tag->span > 1)
            fprintf(out, " span %d", tag->span);
        if (tag->role == ROLE_LIST && tag->numbering)
            fprintf(out, " numbering %d", tag->numbering);
        struct tag_texts texts = tag_texts(tag);
        print_field("language", texts.language, out);
        print_field("alt", texts.alt, out);
        print_field("actual", texts.actual, out);
        print_field("expansion", texts.expansion, out);
        print_field("id", texts.id, out);
        fputc('\n', out);
    }
}

static void print_places(const struct pages *pages, FILE *out) {
    for (size_t i = 0; i < pages->destination_count; i++) {
        const struct destination *place = &pages->destinations[i];
        fprintf(out, "destination %.*s page %" PRIu32, STR_ARGS(place->id), place->page + 1);
        print_lengths(" ", (sp[]){place->x, place->y}, 2, out);
        fputc('\n', out);
    }
    for (size_t i = 0; i < pages->outline_count; i++) {
        const struct outline_entry *entry = &pages->outline[i];
        fprintf(out, "outline %d page %" PRIu32, entry->level, entry->page + 1);
        print_field("title", entry->title, out);
        print_field("id", entry->id, out);
        fputc('\n', out);
    }
}

void pages_dump(const struct pages *pages, FILE *out) {
    for (size_t i = 0; i < pages->count; i++)
        print_page(pages, i, out);
    print_tags(&pages->tags, out);
    print_places(pages, out);
}
