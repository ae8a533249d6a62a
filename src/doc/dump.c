/* A document as text: one line a block, indented by depth, with its text as a reader would hear it.
 * What is no text stands in braces. */
#include "doc/doc.h"

static const char *const kind_names[] = {
    [BLOCK_PICTURE] = " picture",
    [BLOCK_DRAWING] = " drawing",
    [BLOCK_RULE] = " rule",
};
static const char *const place_names[] = {"", " full", " side"};
static const char *const start_names[] = {"", " column", " page", " recto"};
static const char align_letters[] = "jlrc"; /* by enum align */

/* The marks of Markdown show what is emphasized against the block's own style. */
static const char *emphasis_mark(const struct run *run, const struct style *own) {
    bool bold = run->style && own && run->style->bold && !own->bold;
    bool italic = run->style && own && run->style->italic && !own->italic;
    if (bold)
        return italic ? "***" : "**";
    return italic ? "*" : "";
}

static void dump_text(const struct run *run, const struct style *own, FILE *out) {
    const char *mark = emphasis_mark(run, own);
    fprintf(out, "%s%.*s%s", mark, STR_ARGS(run->text), mark);
    if (run->language.length)
        fprintf(out, "{in %.*s}", STR_ARGS(run->language));
}

static void dump_run(const struct run *run, const struct style *own, FILE *out) {
    switch (run->kind) {
    case RUN_TEXT:
        dump_text(run, own, out);
        break;
    case RUN_BREAK:
        fputs("{break}", out);
        break;
    case RUN_LEADER:
        fputs("{leader}", out);
        break;
    case RUN_PAGE:
        fprintf(out, "{page of %.*s}", STR_ARGS(run->target));
        break;
    case RUN_FIELD:
        fprintf(out, "{field %d}", (int)run->field);
        break;
    case RUN_NOTE:
        fprintf(out, "{note %.*s}", STR_ARGS(run->text));
        break;
    }
}

static void dump_runs(const struct runs *runs, const struct style *own, FILE *out) {
    for (size_t i = 0; i < runs->count; i++) {
        const struct run *run = &runs->at[i];
        dump_run(run, own, out);
        if (run->link.length && (i + 1 == runs->count || run[1].link.at != run->link.at))
            fprintf(out, " <%.*s>", STR_ARGS(run->link));
    }
}

/* In quotes, so that it is seen where it ends. */
static void dump_word(const char *word, struct str value, FILE *out) {
    if (value.length == 0)
        return;
    fprintf(out, " %s=\"", word);
    for (size_t i = 0; i < value.length; i++) {
        if (value.at[i] == '"' || value.at[i] == '\\')
            fputc('\\', out);
        fputc(value.at[i], out);
    }
    fputc('"', out);
}

static void dump_attributes(const struct block *block, FILE *out) {
    if (kind_names[block->kind])
        fputs(kind_names[block->kind], out);
    if (block->style && block->style->name.length)
        fprintf(out, " %.*s", STR_ARGS(block->style->name));
    fputs(place_names[block->place], out);
    fputs(start_names[block->start], out);
    dump_word("id", block->id, out);
    dump_word("language", block->language, out);
    dump_word("outline", block->outline, out);
    dump_word("alt", block->alt, out);
    dump_word("guide", block->marks.guide, out);
    dump_word("thumb", block->marks.thumb, out);
    if (block->need_lines)
        fprintf(out, " need=%d", block->need_lines);
    if (block->keep_together)
        fputs(" together", out);
    if (block->column_count)
        fputs(" columns=", out);
    for (size_t i = 0; i < block->column_count; i++)
        fputc(align_letters[block->columns[i].align], out);
}

static void dump_block(const struct block *block, int depth, FILE *out);

static void dump_notes(const struct runs *runs, int depth, FILE *out) {
    for (size_t i = 0; i < runs->count; i++)
        if (runs->at[i].kind == RUN_NOTE && runs->at[i].note)
            dump_block(runs->at[i].note, depth, out);
}

struct below {
    int depth;
    FILE *out;
};

static void dump_child(void *context, const struct block *child) {
    const struct below *below = context;
    dump_block(child, below->depth, below->out);
}

static void dump_block(const struct block *block, int depth, FILE *out) {
    fprintf(out, "%*s%s", depth * 2, "", role_name((uint8_t)block_role(block)));
    dump_attributes(block, out);
    if (block->label.count) {
        fputs(" [", out);
        dump_runs(&block->label, block->style, out);
        fputc(']', out);
    }
    if (block->runs.count) {
        fputs(": ", out);
        dump_runs(&block->runs, block->style, out);
    }
    fputc('\n', out);
    dump_notes(&block->runs, depth + 1, out);
    block_visit(block, dump_child, &(struct below){depth + 1, out});
}

void doc_dump(const struct doc *doc, FILE *out) {
    fprintf(out, "title: %.*s\nauthor: %.*s\nlanguage: %.*s\nidentifier: %.*s\n",
            STR_ARGS(doc->meta.title), STR_ARGS(doc->meta.author), STR_ARGS(doc->meta.language),
            STR_ARGS(doc->meta.identifier));
    for (const struct flow *flow = doc->first; flow; flow = flow->next) {
        struct str master = flow->master ? flow->master->name : STR("");
        fprintf(out, "flow %.*s%s\n", STR_ARGS(master), start_names[flow->start]);
        dump_block(flow->root, 0, out);
    }
}
