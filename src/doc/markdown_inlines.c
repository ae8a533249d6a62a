/* Text, emphasis, links and calls of notes into runs. */
#include "doc/markdown_inside.h"

#include <stdlib.h>

static struct run *add_run(struct writer *writer, enum run_kind kind, struct str text,
                           struct span span) {
    struct run *run = run_add(writer->runs, writer->arena, kind, writer->style, text, span);
    run->link = writer->link;
    run->isolate = run->link.length > 0;
    return run;
}

/* Pieces of text that look alike become one run, so that words are shaped whole. */
static void flush(struct writer *writer) {
    if (writer->piece.length == 0)
        return;
    add_run(writer, RUN_TEXT, str_copy(writer->arena, buffer_view(&writer->piece)),
            writer->piece_span);
    writer->piece.length = 0;
}

static void put_text(struct writer *writer, struct str text, struct span span) {
    if (text.length && writer->piece.length == 0)
        writer->piece_span = span;
    buffer_str(&writer->piece, text);
}

/* cmark leaves the call of a note that is not defined as it stands. */
static void check_note_calls(struct writer *writer, struct str text, struct span span) {
    size_t open = str_find(text, STR("[^"));
    if (open == SIZE_MAX)
        return;
    text = str_part(text, open, SIZE_MAX);
    size_t close = str_find(text, STR("]"));
    if (close == SIZE_MAX)
        return;
    diag_fault(writer->diag, span, "add a line that begins with this mark and a colon",
               "the footnote %.*s is not defined", STR_ARGS(str_part(text, 0, close + 1)));
}

static void write_literal(struct writer *writer, cmark_node *node) {
    struct str text = str_from(cmark_node_get_literal(node));
    struct span span = node_span(writer, node);
    if (cmark_node_get_type(node) == CMARK_NODE_TEXT)
        check_note_calls(writer, text, span);
    size_t mark = str_find(text, STR("~~"));
    if (mark != SIZE_MAX) {
        diag_warn(writer->diag, span, "take the ~~ out", "struck-out text is set as plain text");
        text = str_replace(writer->arena, text, STR("~~"), STR(""));
    }
    put_text(writer, text, span);
}

static void write_inlines(struct writer *writer, cmark_node *parent);

static void write_emphasis(struct writer *writer, cmark_node *node, bool bold, bool italic) {
    flush(writer);
    const struct style *outer = writer->style;
    bool was_bold = outer->bold, was_italic = outer->italic;
    /* Within italics, italics stand upright again: emphasis must show. */
    writer->style =
        style_emphasis(writer, outer, was_bold || bold, italic ? !was_italic : was_italic);
    write_inlines(writer, node);
    flush(writer);
    writer->style = outer;
}

static bool link_allowed(struct str url) {
    return str_starts(url, STR("https://")) || str_starts(url, STR("http://")) ||
           str_starts(url, STR("mailto:")) || str_starts(url, STR("tel:")) ||
           str_starts(url, STR("#"));
}

static void write_link(struct writer *writer, cmark_node *node) {
    flush(writer);
    struct str url = str_copy(writer->arena, str_from(cmark_node_get_url(node)));
    if (str_starts(url, STR("www.")))
        url = str_join(writer->arena, STR("https://"), url);
    if (!link_allowed(url)) {
        diag_fault(writer->diag, node_span(writer, node),
                   "write the whole address, beginning with https://, mailto: or tel:",
                   "\"%.*s\" is not an address that a printed page can link to", STR_ARGS(url));
        url = (struct str){"", 0};
    }
    const struct style *outer = writer->style;
    writer->style = style_link(writer, outer);
    writer->link = url;
    write_inlines(writer, node);
    flush(writer);
    writer->style = outer;
    writer->link = (struct str){"", 0};
}

static struct block *write_note(struct writer *writer, size_t number, struct str id);

/* As printed: `number` counts the notes of this text from 1. */
static struct str note_number(const struct writer *writer, size_t number) {
    return str_print(writer->arena, "%zu", writer->request->notes_before + number);
}

static void write_note_call(struct writer *writer, cmark_node *node) {
    flush(writer);
    size_t number = strtoul(cmark_node_get_literal(node), NULL, 10);
    if (number == 0 || number > writer->notes.count)
        return;
    struct str text = note_number(writer, number);
    struct str id =
        str_print(writer->arena, "%.*snote-%zu", STR_ARGS(writer->request->id_prefix), number);
    struct run *run = add_run(writer, RUN_NOTE, text, node_span(writer, node));
    run->raised = true;
    run->isolate = true;
    run->link = str_join(writer->arena, STR("#"), id);
    if (writer->called.at[number - 1])
        return; /* the same note called again stands once */
    writer->called.at[number - 1] = true;
    size_t index = writer->runs->count - 1;
    struct runs *runs = writer->runs;
    struct block *note = write_note(writer, number, id);
    runs->at[index].note = note;
}

void raw_html_fault(struct writer *writer, cmark_node *node) {
    struct str text = str_trim(str_from(cmark_node_get_literal(node)));
    size_t end = str_find(text, STR("\n"));
    diag_fault(writer->diag, node_span(writer, node),
               "write Markdown instead, or \\< for the sign itself", "HTML is not printed: %.*s",
               STR_ARGS(str_part(text, 0, end)));
}

static void write_inline(struct writer *writer, cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
        write_literal(writer, node);
    else if (type == CMARK_NODE_SOFTBREAK)
        put_text(writer, STR(" "), writer->span);
    else if (type == CMARK_NODE_LINEBREAK) {
        flush(writer);
        add_run(writer, RUN_BREAK, (struct str){"", 0}, writer->span);
    } else if (type == CMARK_NODE_EMPH)
        write_emphasis(writer, node, false, true);
    else if (type == CMARK_NODE_STRONG)
        write_emphasis(writer, node, true, false);
    else if (type == CMARK_NODE_LINK)
        write_link(writer, node);
    else if (type == CMARK_NODE_FOOTNOTE_REFERENCE)
        write_note_call(writer, node);
    else if (type == CMARK_NODE_HTML_INLINE)
        raw_html_fault(writer, node);
    else if (type == CMARK_NODE_IMAGE)
        diag_fault(writer->diag, node_span(writer, node), "give it a paragraph of its own",
                   "a picture stands within a line of text");
}

static void write_inlines(struct writer *writer, cmark_node *parent) {
    for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
        write_inline(writer, node);
}

void write_runs(struct writer *writer, cmark_node *node, struct runs *runs,
                const struct style *style) {
    struct runs *outer_runs = writer->runs;
    const struct style *outer_style = writer->style;
    struct str outer_link = writer->link;
    writer->runs = runs;
    writer->style = style;
    writer->link = (struct str){"", 0};
    writer->span = node_span(writer, node);
    write_inlines(writer, node);
    flush(writer);
    writer->runs = outer_runs;
    writer->style = outer_style;
    writer->link = outer_link;
}

/* ---- notes ---- */

static struct block *write_note(struct writer *writer, size_t number, struct str id) {
    cmark_node *definition = writer->notes.at[number - 1];
    cmark_node *first = cmark_node_first_child(definition);
    struct span span = node_span(writer, definition);
    const struct style *style = writer->styles->note;
    bool outer_after = writer->after_heading;
    struct buffer outer_piece = writer->piece;
    writer->piece = (struct buffer){0};
    writer->after_heading = true;
    struct block *note =
        is_paragraph(first)
            ? write_paragraph(writer, first, NULL, ROLE_NOTE, style)
            : block_new(writer->arena, NULL, BLOCK_PARAGRAPH, ROLE_NOTE, style, span);
    note->id = id;
    note->right_to_left = writer->right_to_left;
    run_add(&note->label, writer->arena, RUN_TEXT, style, note_number(writer, number), span);
    if (first && (!is_paragraph(first) || cmark_node_next(first)))
        diag_fault(writer->diag, span, "put all of it into one paragraph",
                   "a footnote has more than one paragraph");
    buffer_free(&writer->piece);
    writer->piece = outer_piece;
    writer->after_heading = outer_after;
    return note;
}
