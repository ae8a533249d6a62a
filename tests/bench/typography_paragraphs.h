/* What is text and what furniture of the page; where paragraphs start and end. */
#ifndef BENCH_TYPOGRAPHY_PARAGRAPHS_H
#define BENCH_TYPOGRAPHY_PARAGRAPHS_H

#include "typography_lines.h"

static bool same_column(const struct line *a, const struct line *b) {
    return a->page == b->page && a->column == b->column;
}

static void find_leading(struct book *book) {
    double *steps = arena_make(book->arena, double, book->lines.count);
    size_t count = 0, members;
    const struct line *before = NULL;
    for (size_t i = 0; i < book->lines.count; i++) {
        const struct line *line = &book->lines.at[i];
        if (line->kind != LINE_BODY)
            continue;
        if (before && same_column(before, line) && line->y > before->y)
            steps[count++] = line->y - before->y;
        before = line;
    }
    book->leading = mode(steps, count, 0.02, &members);
}

/* A page's outermost baseline at its head (side -1) or foot (1), when white parts it from the
 * others; else NAN. */
static double lone_baseline(const struct book *book, const struct line *lines, size_t count,
                            double side) {
    double outer = -INFINITY, next = -INFINITY;
    for (size_t i = 0; i < count; i++)
        outer = fmax(outer, side * lines[i].y);
    for (size_t i = 0; i < count; i++)
        if (side * lines[i].y < outer - 0.5)
            next = fmax(next, side * lines[i].y);
    return outer - next > 1.6 * book->leading ? side * outer : NAN;
}

/* Running heads and feet stand alone on the same baseline of many pages. */
static void find_running(struct book *book, double side) {
    double *alone = arena_make(book->arena, double, book->lines.count);
    size_t count = 0, members, pages = 0;
    struct line *lines = book->lines.at;
    for (size_t from = 0, to; from < book->lines.count; from = to, pages++) {
        for (to = from; to < book->lines.count && lines[to].page == lines[from].page; to++)
            ;
        double y = lone_baseline(book, lines + from, to - from, side);
        if (!isnan(y))
            alone[count++] = y;
    }
    double y = mode(alone, count, 0.5, &members);
    if (members < 2 || members * 3 < pages)
        return;
    for (size_t i = 0; i < book->lines.count; i++)
        lines[i].furniture |= side * (lines[i].y - y) > -0.5;
}

/* Thumb marks stand outside the width of the text of their side of the leaf. */
static void find_thumbs(struct book *book) {
    double left[2] = {INFINITY, INFINITY}, right[2] = {0, 0};
    for (size_t i = 0; i < book->lines.count; i++) {
        const struct line *line = &book->lines.at[i];
        if (line->kind != LINE_BODY || line->furniture)
            continue;
        left[line->page & 1] = fmin(left[line->page & 1], line->left);
        right[line->page & 1] = fmax(right[line->page & 1], line->right);
    }
    for (size_t i = 0; i < book->lines.count; i++) {
        struct line *line = &book->lines.at[i];
        if (line->kind == LINE_HEADING)
            line->furniture |=
                line->left > right[line->page & 1] || line->right < left[line->page & 1];
    }
}

/* Glyphs off the baseline of their line, as marks above letters and calls of footnotes. */
static bool is_raised(const struct book *book, const struct line *line, const struct line *beside) {
    return same_column(line, beside) && line->block == beside->block &&
           fabs(line->y - beside->y) < 0.6 * book->size && line->count < beside->count;
}

static void find_raised(struct book *book) {
    struct line *lines = book->lines.at;
    for (size_t i = 1; i < book->lines.count; i++) {
        struct line *raised = is_raised(book, &lines[i], &lines[i - 1])   ? &lines[i]
                              : is_raised(book, &lines[i - 1], &lines[i]) ? &lines[i - 1]
                                                                          : NULL;
        if (raised) {
            raised->raised = true;
            raised->kind = LINE_OTHER;
        }
    }
}

/* Small text within the width of the page's text or headings stands in the flow, as lists of facts
 * do; what lies outside is at the side of the page. */
static void find_small(const struct book *book, struct line *lines, size_t count) {
    double left = INFINITY, right = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        if (lines[i].kind != LINE_BODY && lines[i].kind != LINE_HEADING)
            continue;
        left = fmin(left, lines[i].left);
        right = fmax(right, lines[i].right);
    }
    for (size_t i = 0; i < count; i++)
        if (lines[i].kind == LINE_OTHER && glyph_kind(book, lines[i].glyphs) == BLOCK_TEXT &&
            !lines[i].raised && lines[i].left > left - book->size && lines[i].left < right)
            lines[i].kind = LINE_INSET;
}

static void find_all_small(struct book *book) {
    struct line *lines = book->lines.at;
    for (size_t from = 0, to; from < book->lines.count; from = to) {
        for (to = from; to < book->lines.count && lines[to].page == lines[from].page; to++)
            ;
        find_small(book, lines + from, to - from);
    }
}

/* Text and headings in reading order, without furniture, which the tags call artifacts. */
static void find_flow(struct book *book) {
    find_leading(book);
    if (book->tagged) {
        find_raised(book);
        find_all_small(book);
    } else {
        find_running(book, -1);
        find_running(book, 1);
        find_thumbs(book);
    }
    for (size_t i = 0; i < book->lines.count; i++) {
        struct line *line = &book->lines.at[i];
        if (line->kind == LINE_BODY && !line->furniture)
            book->bottom = fmax(book->bottom, line->y);
    }
    for (size_t i = 0; i < book->lines.count; i++) {
        struct line *line = &book->lines.at[i];
        if (line->kind != LINE_OTHER && !line->furniture &&
            (book->tagged || line->y < book->bottom + book->leading / 2))
            array_push(&book->flow, book->arena, line);
    }
}

static double indent(const struct line *line) {
    return line->left - line->left_edge;
}

/* The indent of paragraphs is the one that most lines have; quotations and lists have others. */
static void find_indent(struct book *book) {
    double *indents = arena_make(book->arena, double, book->flow.count);
    size_t count = 0, members;
    for (size_t i = 0; i < book->flow.count; i++) {
        const struct line *line = book->flow.at[i], *before = i ? book->flow.at[i - 1] : NULL;
        if (line->kind == LINE_BODY && indent(line) > 0.6 * book->size &&
            !(before && fabs(before->left - line->left) < 0.5))
            indents[count++] = indent(line);
    }
    book->indent = mode(indents, count, 0.3, &members);
}

static bool is_short(const struct book *book, const struct line *line) {
    return line->right_edge > 0 && line->right < line->right_edge - 1.5 * book->size;
}

static bool ends_sentence(const struct line *line) {
    static const uint32_t marks[] = {'.', '!', '?', ':', ';', 0x201D, 0xBB, 0x201C, 0x2026};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (line->glyphs[line->count - 1].code == marks[i])
            return true;
    return false;
}

static bool is_bullet(uint32_t code) {
    return code == 0x2022 || code == 0x25AA || code == 0x25A0 || code == 0x25E6;
}

/* Where the text begins behind a bullet, or behind a number and point with white but no space
 * glyph; 0 when the line is no item of a list. */
static double item_text(const struct book *book, const struct line *line) {
    size_t i = 0;
    if (line->count > 1 && is_bullet(line->glyphs[0].code))
        return line->glyphs[code_is_space(line->glyphs[1].code) && line->count > 2 ? 2 : 1].x;
    while (i < line->count && line->glyphs[i].code >= '0' && line->glyphs[i].code <= '9')
        i++;
    if (!i || i > 2 || i + 1 >= line->count ||
        (line->glyphs[i].code != '.' && line->glyphs[i].code != ')'))
        return 0;
    const struct glyph *text = &line->glyphs[i + 1];
    bool parted = !code_is_space(text->code) && text->x - text[-1].end > 0.15 * book->size &&
                  (line->space_glyphs || indent(line) > 0.6 * book->size);
    return parted ? text->x : 0;
}

/* `start` is the line that started the paragraph before. */
static bool starts_paragraph(const struct book *book, const struct line *start,
                             const struct line *before, const struct line *line) {
    bool hanging = book->options->hanging;
    if (!before || before->kind == LINE_HEADING || item_text(book, line) > 0)
        return true;
    if (same_column(before, line) && line->y - before->y > 1.25 * book->leading)
        return true;
    if (same_column(start, line) && fabs(item_text(book, start) - line->left) < 0.5)
        return is_short(book, before) && ends_sentence(before);
    if (indent(line) <= 0.6 * book->size) /* flush; after a quotation it starts anew */
        return hanging || is_short(book, before) ||
               (indent(before) > 0.6 * book->size && !before->starts);
    if (fabs(indent(line) - indent(before)) < 0.5) /* of a quotation, or paragraphs of one line */
        return !hanging && (is_short(book, before) || ends_sentence(before));
    bool usual = fabs(indent(line) - book->indent) < 0.5;
    return !hanging && (usual || fabs(indent(before) - book->indent) > 0.5 || before->starts);
}

/* Where tags tell paragraphs, each is one block. */
static bool starts_block(const struct line *before, const struct line *line) {
    return !before || before->block != line->block;
}

static void find_paragraphs(struct book *book) {
    const struct line *start = NULL;
    struct line *before = NULL;
    find_indent(book);
    for (size_t i = 0; i < book->flow.count; i++) {
        struct line *line = book->flow.at[i];
        if (line->kind == LINE_INSET)
            continue;
        line->starts = book->tagged ? starts_block(before, line)
                                    : line->kind == LINE_HEADING ||
                                          starts_paragraph(book, start, before, line);
        line->first = !before || !same_column(before, line);
        line->last = true;
        line->ends = true;
        if (before) {
            before->last = line->first;
            before->ends = line->starts;
        }
        start = line->starts ? line : start;
        before = line;
    }
}

/* An entry is what follows a lower heading in a section that has a heading of its own, up to the
 * next one. */
static void find_entries(struct book *book) {
    const struct structure *structure = &book->trace->structure;
    uint32_t section = 0, entry = 0;
    char level = 0; /* of the section's own heading */
    for (size_t i = 0; i < book->flow.count; i++) {
        struct line *line = book->flow.at[i];
        if (!line->block)
            continue;
        const char *role = element_at(structure, line->block)->role;
        if (section_of(structure, line->block) != section) {
            section = section_of(structure, line->block);
            entry = 0;
            level = 0;
        }
        if (section && is_heading_role(role)) {
            level = level ? level : role[1];
            entry = role[1] > level ? line->block : 0;
        }
        line->entry = entry;
        if (entry && book->options->entries) {
            book->entries_from = book->entries_from ? book->entries_from : line->page;
            book->entries_to = line->page;
        }
    }
}

#endif
