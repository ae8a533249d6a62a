/* cmark-gfm's tree into blocks and runs. The only file that knows cmark. */
#include "doc/markdown.h"
#include "base/array.h"
#include "base/file.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* cmark keeps its extensions in a global list, which is to be filled once a process. */
static pthread_once_t extensions_once = PTHREAD_ONCE_INIT;

/* A style made from another one here: equal requests give the same pointer. */
struct derived {
    const struct style *base;
    struct style style;
    struct derived *next;
};

struct writer {
    const struct markdown_request *request;
    const struct markdown_styles *styles;
    struct arena *arena;
    struct diag *diag;
    ARRAY(size_t) lines;       /* where each line of the text begins */
    ARRAY(cmark_node *) notes; /* definitions, in the order of their numbers */
    ARRAY(bool) called;
    struct derived *derived;
    int heading; /* level of the last heading of the text, 0 none yet */
    int first_heading;
    bool after_heading; /* the next paragraph has no indent */
    int quotes, items;  /* depth */
    bool right_to_left; /* the notes too, which stand outside the tree */
    /* What the next piece of text looks like, and the run that is being gathered. */
    struct runs *runs;
    const struct style *style;
    struct str link;
    struct span span, piece_span;
    struct buffer piece;
};

/* ---- places ---- */

static void find_lines(struct writer *writer) {
    struct str text = writer->request->text;
    array_push(&writer->lines, writer->arena, 0);
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] == '\n' ||
            (text.at[i] == '\r' && (i + 1 == text.length || text.at[i + 1] != '\n')))
            array_push(&writer->lines, writer->arena, i + 1);
}

static struct span span_at(const struct writer *writer, int line, int column) {
    const struct markdown_request *request = writer->request;
    size_t index = line > 0 ? (size_t)line - 1 : 0;
    if (index >= writer->lines.count)
        index = writer->lines.count - 1;
    size_t offset = writer->lines.at[index] + (column > 1 ? (size_t)column - 1 : 0);
    size_t end =
        index + 1 < writer->lines.count ? writer->lines.at[index + 1] - 1 : request->text.length;
    if (offset > end)
        offset = writer->lines.at[index];
    if (request->place)
        return request->place(request->place_context, offset);
    return (struct span){request->file, (uint32_t)index + 1,
                         (uint32_t)(offset - writer->lines.at[index]) + 1};
}

/* Nodes within a line know it; those that cmark leaves without a place take that of their parent.
 */
static struct span node_span(const struct writer *writer, cmark_node *node) {
    cmark_node *known = node;
    while (known && cmark_node_get_start_line(known) == 0)
        known = cmark_node_parent(known);
    return known ? span_at(writer, cmark_node_get_start_line(known),
                           cmark_node_get_start_column(known))
                 : span_at(writer, 1, 1);
}

/* ---- styles ---- */

/* The only differences that are derived here are of alignment, colour and white: comparing the
 * bytes that make them is comparing the style. */
static bool style_same(const struct style *a, const struct style *b) {
    return a->align == b->align && a->hyphenate == b->hyphenate && a->left == b->left &&
           a->right == b->right && a->above == b->above && a->below == b->below &&
           a->leading == b->leading && a->rule_above == b->rule_above && a->indent == b->indent &&
           memcmp(&a->colour, &b->colour, sizeof a->colour) == 0;
}

static const struct style *derive(struct writer *writer, const struct style *base,
                                  struct style wanted) {
    if (style_same(base, &wanted))
        return base;
    for (struct derived *derived = writer->derived; derived; derived = derived->next)
        if (derived->base == base && style_same(&derived->style, &wanted))
            return &derived->style;
    struct derived *derived = arena_make(writer->arena, struct derived, 1);
    derived->base = base;
    derived->style = wanted;
    derived->next = writer->derived;
    writer->derived = derived;
    return &derived->style;
}

static const struct style *style_aligned(struct writer *writer, const struct style *base,
                                         enum align align) {
    struct style wanted = *base;
    wanted.align = align;
    return derive(writer, base, wanted);
}

static const struct style *style_link(struct writer *writer, const struct style *base) {
    const struct colour *text = &writer->styles->text->colour;
    if (memcmp(text, &writer->styles->link_colour, sizeof *text) == 0)
        return base;
    struct style wanted = *base;
    wanted.colour = writer->styles->link_colour;
    return derive(writer, base, wanted);
}

static const struct style *emphasis(struct writer *writer, const struct style *base, bool bold,
                                    bool italic) {
    return writer->styles->emphasis
               ? writer->styles->emphasis(writer->styles->context, base, bold, italic)
               : base;
}

/* A line of white stands above a picture. */
static const struct style *style_picture(struct writer *writer) {
    const struct style *base = writer->styles->text;
    struct style wanted = *base;
    wanted.above = base->leading;
    return derive(writer, base, wanted);
}

static const struct style *style_text(struct writer *writer) {
    if (writer->items)
        return writer->styles->item;
    return writer->quotes ? writer->styles->quote : writer->styles->text;
}

/* ---- inlines ---- */

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
    writer->style = emphasis(writer, outer, was_bold || bold, italic ? !was_italic : was_italic);
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

static void raw_html_fault(struct writer *writer, cmark_node *node) {
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

static void write_runs(struct writer *writer, cmark_node *node, struct runs *runs,
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

/* ---- blocks ---- */

static void write_block(struct writer *writer, cmark_node *node, struct block *into);
static void write_blocks(struct writer *writer, cmark_node *parent, struct block *into);

static struct block *write_paragraph(struct writer *writer, cmark_node *node, struct block *into,
                                     enum role role, const struct style *style) {
    struct block *block =
        block_new(writer->arena, into, BLOCK_PARAGRAPH, role, style, node_span(writer, node));
    block->first_in_flow = writer->after_heading;
    writer->after_heading = false;
    write_runs(writer, node, &block->runs, style);
    return block;
}

static void check_heading(struct writer *writer, cmark_node *node, int level) {
    if (writer->heading == 0)
        writer->first_heading = level;
    else if (level > writer->heading + 1)
        diag_fault(writer->diag, node_span(writer, node),
                   "use one # more than the heading above it, no more",
                   "a heading of level %d follows one of level %d", level, writer->heading);
    else if (level < writer->first_heading)
        diag_fault(writer->diag, node_span(writer, node), "let the first heading be the highest",
                   "a heading of level %d stands below a first one of level %d", level,
                   writer->first_heading);
    writer->heading = level;
}

static void write_heading(struct writer *writer, cmark_node *node, struct block *into) {
    int level = cmark_node_get_heading_level(node);
    check_heading(writer, node, level);
    int role = writer->request->top_level + level - writer->first_heading;
    role = role < 1 ? 1 : role > 6 ? 6 : role;
    writer->after_heading = false;
    write_paragraph(writer, node, into, (enum role)(ROLE_H1 + role - 1),
                    writer->styles->heading[role - 1]);
    writer->after_heading = true;
}

static void write_quote(struct writer *writer, cmark_node *node, struct block *into) {
    struct block *group =
        block_new(writer->arena, into, BLOCK_GROUP, ROLE_QUOTE, NULL, node_span(writer, node));
    writer->quotes++;
    writer->after_heading = true;
    write_blocks(writer, node, group);
    writer->quotes--;
    writer->after_heading = true;
}

/* ---- lists ---- */

static void add_label(struct writer *writer, struct block *block, cmark_node *list, int number) {
    struct str text = STR("\xE2\x80\xA2"); /* a bullet */
    if (cmark_node_get_list_type(list) == CMARK_ORDERED_LIST)
        text = str_print(writer->arena, "%d%c", number,
                         cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM ? ')' : '.');
    run_add(&block->label, writer->arena, RUN_TEXT, block->style, text, block->span);
}

static bool is_paragraph(cmark_node *node) {
    return node && cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH;
}

/* An item of one paragraph is a block of its own; any other is a group whose first paragraph bears
 * the label. */
static void write_item(struct writer *writer, cmark_node *item, cmark_node *list, int number,
                       struct block *into) {
    cmark_node *first = cmark_node_first_child(item);
    cmark_node *rest = first;
    struct block *block = NULL, *body = into;
    bool single = !first || (is_paragraph(first) && !cmark_node_next(first));
    writer->after_heading = true;
    if (!single) {
        struct span span = node_span(writer, item);
        struct block *group = block_new(writer->arena, into, BLOCK_GROUP, ROLE_ITEM, NULL, span);
        body = block_new(writer->arena, group, BLOCK_GROUP, ROLE_BODY, NULL, span);
    }
    enum role role = single ? ROLE_ITEM : ROLE_PARAGRAPH;
    if (is_paragraph(first)) {
        block = write_paragraph(writer, first, body, role, style_text(writer));
        rest = cmark_node_next(first);
    } else
        block = block_new(writer->arena, body, BLOCK_PARAGRAPH, role, style_text(writer),
                          node_span(writer, item));
    add_label(writer, block, list, number);
    for (; rest; rest = cmark_node_next(rest)) {
        writer->after_heading = true;
        write_block(writer, rest, body);
    }
}

static void write_list(struct writer *writer, cmark_node *list, struct block *into) {
    const struct style *style = NULL;
    if (writer->items) {
        struct style wanted = *writer->styles->item;
        wanted.right = wanted.above = wanted.below = 0;
        style = derive(writer, writer->styles->item, wanted);
    }
    struct block *group =
        block_new(writer->arena, into, BLOCK_GROUP, ROLE_LIST, style, node_span(writer, list));
    int number = cmark_node_get_list_start(list);
    writer->items++;
    for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item))
        write_item(writer, item, list, number++, group);
    writer->items--;
    writer->after_heading = false;
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

/* ---- pictures ---- */

static cmark_node *lone_picture(cmark_node *paragraph) {
    cmark_node *node = cmark_node_first_child(paragraph);
    bool alone = node && !cmark_node_next(node);
    return alone && cmark_node_get_type(node) == CMARK_NODE_IMAGE ? node : NULL;
}

static void gather_text(cmark_node *node, struct buffer *buffer) {
    for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child)) {
        cmark_node_type type = cmark_node_get_type(child);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            buffer_text(buffer, cmark_node_get_literal(child));
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            buffer_text(buffer, " ");
        gather_text(child, buffer);
    }
}

static struct str picture_alt(struct writer *writer, cmark_node *node) {
    struct buffer buffer = {0};
    gather_text(node, &buffer);
    struct str alt = str_copy(writer->arena, str_trim(buffer_view(&buffer)));
    buffer_free(&buffer);
    if (alt.length == 0)
        diag_fault(writer->diag, node_span(writer, node),
                   "say between [ and ] what it shows, for those who do not see it",
                   "a picture has no description");
    return alt;
}

/* It may come to stand elsewhere, so that what follows is a paragraph like others. */
static void write_figure(struct writer *writer, cmark_node *node, struct block *into) {
    struct arena *arena = writer->arena;
    struct span span = node_span(writer, node);
    struct str folder = path_folder(str_from(writer->request->file));
    struct str url = str_copy(arena, str_from(cmark_node_get_url(node)));
    struct picture *picture = arena_make(arena, struct picture, 1);
    struct str alt = picture_alt(writer, node);
    if (!picture_open(picture, path_join(arena, folder, url).at, span, writer->diag))
        return;
    const struct style *style = writer->styles->caption;
    struct block *figure = block_new(arena, into, BLOCK_GROUP, ROLE_SECTION, NULL, span);
    figure->keep_together = true;
    struct block *block =
        block_new(arena, figure, BLOCK_PICTURE, ROLE_FIGURE, style_picture(writer), span);
    block->picture = picture;
    block->alt = alt;
    struct str title = str_copy(arena, str_from(cmark_node_get_title(node)));
    if (title.length) {
        struct block *caption =
            block_new(arena, figure, BLOCK_PARAGRAPH, ROLE_CAPTION, style, span);
        caption->first_in_flow = true;
        run_add(&caption->runs, arena, RUN_TEXT, style, title, span);
    }
}

/* ---- tables ---- */

static enum align column_align(const uint8_t *alignments, size_t column) {
    switch (alignments ? alignments[column] : 0) {
    case 'r':
        return ALIGN_END;
    case 'c':
        return ALIGN_CENTRE;
    default:
        return ALIGN_START;
    }
}

static void write_row(struct writer *writer, cmark_node *row, struct block *table) {
    bool head = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
    const struct style *base = head ? writer->styles->table_head : writer->styles->table;
    struct block *block =
        block_new(writer->arena, table, BLOCK_ROW, ROLE_ROW, NULL, node_span(writer, row));
    size_t column = 0;
    for (cmark_node *node = cmark_node_first_child(row); node && column < table->column_count;
         node = cmark_node_next(node), column++) {
        const struct style *style = style_aligned(writer, base, table->columns[column].align);
        struct block *cell =
            block_new(writer->arena, block, BLOCK_CELL, head ? ROLE_HEADER_CELL : ROLE_CELL, NULL,
                      node_span(writer, node));
        writer->after_heading = true;
        write_paragraph(writer, node, cell, ROLE_PARAGRAPH, style);
    }
}

static void write_table(struct writer *writer, cmark_node *node, struct block *into) {
    size_t count = cmark_gfm_extensions_get_table_columns(node);
    const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(node);
    struct table_column *columns = arena_make(writer->arena, struct table_column, count);
    for (size_t i = 0; i < count; i++)
        columns[i].align = column_align(alignments, i);
    struct block *table = block_new(writer->arena, into, BLOCK_TABLE, ROLE_TABLE,
                                    writer->styles->table, node_span(writer, node));
    table->columns = columns;
    table->column_count = count;
    table->header_rows = 1;
    for (cmark_node *row = cmark_node_first_child(node); row; row = cmark_node_next(row))
        write_row(writer, row, table);
    writer->after_heading = true;
}

/* ---- code, rules ---- */

static void write_code(struct writer *writer, cmark_node *node, struct block *into) {
    struct style wanted = *style_text(writer);
    wanted.align = ALIGN_START;
    wanted.hyphenate = false;
    wanted.indent = 0;
    const struct style *style = derive(writer, style_text(writer), wanted);
    struct span span = node_span(writer, node);
    struct block *block =
        block_new(writer->arena, into, BLOCK_PARAGRAPH, ROLE_PARAGRAPH, style, span);
    struct str rest = str_copy(writer->arena, str_from(cmark_node_get_literal(node)));
    while (rest.length) {
        size_t end = str_find(rest, STR("\n"));
        if (end == SIZE_MAX)
            end = rest.length;
        if (block->runs.count)
            run_add(&block->runs, writer->arena, RUN_BREAK, style, (struct str){"", 0}, span);
        run_add(&block->runs, writer->arena, RUN_TEXT, style, str_part(rest, 0, end), span);
        rest = str_part(rest, end + 1, SIZE_MAX);
    }
    writer->after_heading = true;
}

/* A hairline in the middle of two lines of white. */
static void write_rule(struct writer *writer, cmark_node *node, struct block *into) {
    const struct style *base = writer->styles->text;
    struct style wanted = *base;
    wanted.above = base->leading;
    wanted.rule_above = SP_OF_PT(0.4);
    block_new(writer->arena, into, BLOCK_RULE, ROLE_ARTIFACT, derive(writer, base, wanted),
              node_span(writer, node));
    writer->after_heading = true;
}

static void write_block(struct writer *writer, cmark_node *node, struct block *into) {
    cmark_node_type type = cmark_node_get_type(node);
    cmark_node *picture = type == CMARK_NODE_PARAGRAPH ? lone_picture(node) : NULL;
    if (picture)
        write_figure(writer, picture, into);
    else if (type == CMARK_NODE_PARAGRAPH)
        write_paragraph(writer, node, into, ROLE_PARAGRAPH, style_text(writer));
    else if (type == CMARK_NODE_HEADING)
        write_heading(writer, node, into);
    else if (type == CMARK_NODE_BLOCK_QUOTE)
        write_quote(writer, node, into);
    else if (type == CMARK_NODE_LIST)
        write_list(writer, node, into);
    else if (type == CMARK_NODE_CODE_BLOCK)
        write_code(writer, node, into);
    else if (type == CMARK_NODE_THEMATIC_BREAK)
        write_rule(writer, node, into);
    else if (type == CMARK_NODE_HTML_BLOCK)
        raw_html_fault(writer, node);
    else if (strcmp(cmark_node_get_type_string(node), "table") == 0)
        write_table(writer, node, into);
}

static void write_blocks(struct writer *writer, cmark_node *parent, struct block *into) {
    for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
        write_block(writer, node, into);
}

/* ---- reading ---- */

/* The extension for struck-out text is not used: cmark keeps the characters of such extensions in a
 * table that all threads share and change. That of tables has none. */
static cmark_node *parse(struct str text) {
    pthread_once(&extensions_once, cmark_gfm_core_extensions_ensure_registered);
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser, text.at, text.length);
    cmark_node *root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    cmark_consolidate_text_nodes(root);
    return root;
}

static struct writer writer_new(const struct markdown_request *request,
                                const struct markdown_styles *styles, struct arena *arena,
                                struct diag *diag, cmark_node *root) {
    struct writer writer = {
        .request = request, .styles = styles, .arena = arena, .diag = diag, .after_heading = true};
    find_lines(&writer);
    for (cmark_node *node = cmark_node_first_child(root); node; node = cmark_node_next(node))
        if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION)
            array_push(&writer.notes, arena, node);
    for (size_t i = 0; i < writer.notes.count; i++)
        array_push(&writer.called, arena, false);
    return writer;
}

size_t markdown_blocks(const struct markdown_request *request, const struct markdown_styles *styles,
                       struct block *parent, struct arena *arena, struct diag *diag) {
    cmark_node *root = parse(request->text);
    struct writer writer = writer_new(request, styles, arena, diag, root);
    writer.right_to_left = parent->right_to_left;
    write_blocks(&writer, root, parent);
    buffer_free(&writer.piece);
    cmark_node_free(root);
    return writer.notes.count;
}

void markdown_inline(const struct markdown_request *request, const struct markdown_styles *styles,
                     const struct style *style, struct runs *runs, struct arena *arena,
                     struct diag *diag) {
    cmark_node *root = parse(request->text);
    struct writer writer = writer_new(request, styles, arena, diag, root);
    for (cmark_node *node = cmark_node_first_child(root); node; node = cmark_node_next(node)) {
        if (is_paragraph(node))
            write_runs(&writer, node, runs, style);
        else if (cmark_node_get_type(node) != CMARK_NODE_FOOTNOTE_DEFINITION)
            diag_fault(diag, node_span(&writer, node), "write plain sentences",
                       "only one paragraph of text may stand here");
    }
    buffer_free(&writer.piece);
    cmark_node_free(root);
}
