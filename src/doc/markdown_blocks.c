/* Paragraphs, headings, lists, tables and pictures into blocks. */
#include "base/file.h"
#include "doc/markdown_inside.h"

#include <cmark-gfm-core-extensions.h>
#include <string.h>

static void write_block(struct writer *writer, cmark_node *node, struct block *into);

struct block *write_paragraph(struct writer *writer, cmark_node *node, struct block *into,
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
        style = style_derive(writer, writer->styles->item, wanted);
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

/* A line of white stands above a picture. */
static const struct style *style_picture(struct writer *writer) {
    const struct style *base = writer->styles->text;
    struct style wanted = *base;
    wanted.above = base->leading;
    return style_derive(writer, base, wanted);
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
    const struct style *style = style_derive(writer, style_text(writer), wanted);
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
    block_new(writer->arena, into, BLOCK_RULE, ROLE_ARTIFACT, style_derive(writer, base, wanted),
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

void write_blocks(struct writer *writer, cmark_node *parent, struct block *into) {
    for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
        write_block(writer, node, into);
}
