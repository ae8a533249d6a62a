/* Markdown into blocks and runs: reading, and the places of what was read. */
#include "doc/markdown_inside.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <pthread.h>

/* cmark keeps its extensions in a global list, which is to be filled once a process. */
static pthread_once_t extensions_once = PTHREAD_ONCE_INIT;

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
struct span node_span(const struct writer *writer, cmark_node *node) {
    cmark_node *known = node;
    while (known && cmark_node_get_start_line(known) == 0)
        known = cmark_node_parent(known);
    return known ? span_at(writer, cmark_node_get_start_line(known),
                           cmark_node_get_start_column(known))
                 : span_at(writer, 1, 1);
}

bool is_paragraph(cmark_node *node) {
    return node && cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH;
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
