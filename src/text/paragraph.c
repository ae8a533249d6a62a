/* Tokens into items, items into breaks, breaks into lines. */
#include "text/paragraph.h"

/* A hyphen costs its penalty squared: as much as a line with spaces of 1.45 of the font's, and one
 * after another more than any below the spaces that are holes, but less than these
 * (uneven_badness in break.c). */
enum {
    HYPHEN_PENALTY = 115,
    RAGGED_HYPHEN_PENALTY = 200,
    SECOND_HYPHEN_DEMERITS = 24000,
    RAGGED_SECOND_DEMERITS = 100000000,
    POINTS_A_TOKEN = 64 /* an item's origin is token * this + division */
};

struct items {
    ARRAY(struct break_item) list;
    struct paragraph *paragraph;
    bool divide;
};

static struct break_item *item_add(struct items *items, uint8_t kind, size_t token, size_t point) {
    struct break_item *item = array_add(&items->list, items->paragraph->text->scratch);
    item->kind = kind;
    item->origin = (uint32_t)(token * POINTS_A_TOKEN + point);
    return item;
}

static void penalty_add(struct items *items, size_t token, int32_t penalty, bool hyphen) {
    struct break_item *item = item_add(items, BREAK_PENALTY, token, 0);
    item->penalty = penalty;
    item->hyphen = hyphen;
}

static void glue_add(struct items *items, size_t index) {
    const struct paragraph *paragraph = items->paragraph;
    const struct token *token = &paragraph->tokens.at[index];
    struct break_item *item = item_add(items, BREAK_GLUE, index, 0);
    item->width = token->space;
    if (paragraph->setting->align == TEXT_JUSTIFY) {
        item->stretch = joint_stretch(paragraph, token);
        item->shrink = joint_shrink(paragraph, token);
        item->kern = token->kern;
    }
}

static struct break_item *box_add(struct items *items, size_t token, sp width, size_t glyphs) {
    const struct paragraph *paragraph = items->paragraph;
    const struct text_setting *setting = paragraph->setting;
    struct break_item *item = item_add(items, BREAK_BOX, token, 0);
    item->width = width;
    if (setting->expansion && setting->align == TEXT_JUSTIFY)
        item->flex = width * setting->expansion / 10000;
    if (paragraph->tracks) {
        sp size = paragraph->runs[paragraph->tokens.at[token].run].size;
        sp tracked = size * setting->spacing * (sp)glyphs / 1000;
        item->flex += tracked - tracked * setting->expansion / 10000;
    }
    return item;
}

static void joint_items(struct items *items, size_t index) {
    const struct token *token = &items->paragraph->tokens.at[index];
    switch ((enum joint)token->joint) {
    case JOINT_SPACE:
        if (token->penalty)
            penalty_add(items, index, token->penalty, false);
        glue_add(items, index);
        break;
    case JOINT_BOUND_SPACE:
        penalty_add(items, index, BREAK_NEVER, false);
        glue_add(items, index);
        break;
    case JOINT_INNER:
        penalty_add(items, index, token->penalty, token->hyphen);
        if (token->elastic)
            glue_add(items, index);
        break;
    case JOINT_FORCED:
        penalty_add(items, index, BREAK_FORCED, false);
        break;
    case JOINT_LEADER:
        box_add(items, index, leader_least(items->paragraph, token), 0);
        break;
    case JOINT_NONE:
        break;
    }
}

/* The divisions of a token: soft hyphens of the text, else those of the dictionary. */
static size_t points_of(struct items *items, const struct token *token,
                        const struct hyphen_point **points) {
    *points = token->points;
    if (token->point_count || !token->word || !items->divide)
        return token->point_count;
    if (!items->paragraph->setting->hyphenate || token->compound)
        return 0;
    word_divide(items->paragraph->text->words, token->word);
    *points = token->word->points;
    return token->word->point_count;
}

static size_t glyphs_of(const struct token *token) {
    size_t count = 0;
    for (size_t i = 0; token->word && i < token->word->part_count; i++)
        count += token->word->parts[i]->count;
    return count;
}

static void word_items(struct items *items, size_t index) {
    struct paragraph *paragraph = items->paragraph;
    const struct token *token = &paragraph->tokens.at[index];
    const struct hyphen_point *points;
    size_t count = points_of(items, token, &points);
    sp done = 0, hyphen = 0, hang = 0;
    const struct text_run *run = &paragraph->runs[token->run];
    bool hangs = paragraph->setting->protrusion, ragged = paragraph->setting->align != TEXT_JUSTIFY;
    if (count) {
        const struct style *style = style_at(paragraph->text->words, token->word->style);
        hyphen = face_scale(style->wish.face, style->hyphen_advance, run->size);
        hang = hangs ? hyphen_hang(paragraph, token) : 0;
    }
    size_t first = items->list.count, glyphs = 0;
    for (size_t i = 0; i < count && i + 1 < POINTS_A_TOKEN; i++) {
        sp upto = face_scale(token->word->parts[0]->face, points[i].advance, run->size);
        if (run->tracking)
            upto += sp_scale(run->size, (int64_t)run->tracking * points[i].glyphs, 1000);
        box_add(items, index, upto - done, points[i].glyphs - glyphs);
        glyphs = points[i].glyphs;
        struct break_item *item = item_add(items, BREAK_PENALTY, index, i + 1);
        item->penalty = ragged ? RAGGED_HYPHEN_PENALTY : HYPHEN_PENALTY;
        item->hyphen = true;
        item->width = hyphen;
        item->hang_end = hang;
        done = upto;
    }
    box_add(items, index, token->width - done, glyphs_of(token) - glyphs);
    if (hangs) {
        items->list.at[first].hang_start = token_hang(paragraph, token, false);
        items->list.at[items->list.count - 1].hang_end = token_hang(paragraph, token, true);
    }
}

static struct items items_make(struct paragraph *paragraph, bool divide) {
    struct items items = {.paragraph = paragraph, .divide = divide};
    array_reserve(&items.list, paragraph->text->scratch, paragraph->tokens.count * 3 + 4);
    for (size_t i = 0; i < paragraph->tokens.count; i++) {
        if (i > 0 || paragraph->tokens.at[i].joint >= JOINT_FORCED)
            joint_items(&items, i);
        word_items(&items, i);
    }
    penalty_add(&items, paragraph->tokens.count, BREAK_FORCED, false);
    return items;
}

static sp size_of(const struct paragraph *paragraph) {
    return paragraph->runs[paragraph->tokens.at[0].run].size;
}

/* What a justified paragraph may cost, from the best to any price: good spaces without hyphens;
 * hyphens, two in succession or a short last line too where spaces would be worse; spaces of any
 * width, which takes far more to look through; at last lines too wide. Tolerances are hundredths of
 * the stretch, which is half a space; tracking takes another fiftieth of a space. In a narrow
 * column, where a line has few spaces, hyphens are expected to mend less. */
static const struct attempt {
    int64_t narrow, wide; /* 0: any */
    bool divide, certain;
} attempts[] = {
    {90, 90, false, false}, {136, 92, true, false}, {0, 0, true, false}, {0, 0, true, true}};

/* Between a column of 25 em and a book's measure of 45 in proportion. */
static int64_t tolerance_of(const struct paragraph *paragraph, const struct attempt *attempt) {
    enum { NARROW = 25, WIDE = 45 };
    if (attempt->wide == 0)
        return INT64_MAX;
    const struct text_setting *setting = paragraph->setting;
    sp size = size_of(paragraph), range = size * (WIDE - NARROW);
    sp over = setting->width - setting->left - setting->right - size * NARROW;
    over = over < 0 ? 0 : over > range ? range : over;
    return (attempt->narrow + (attempt->wide - attempt->narrow) * over / range) * RATIO_ONE / 100;
}

static size_t justified_breaks(struct paragraph *paragraph, struct break_setting *setting,
                               struct items *items, struct break_line **breaks) {
    size_t count = 0;
    setting->last_least = 2 * size_of(paragraph);
    setting->last_most = setting->widths[setting->width_count - 1] - size_of(paragraph);
    setting->even = true;
    setting->second_hyphen_demerits = SECOND_HYPHEN_DEMERITS;
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts && count == 0; i++) {
        const struct attempt *attempt = &attempts[i];
        if (i == 0 || attempt->divide != attempts[i - 1].divide)
            *items = items_make(paragraph, attempt->divide);
        setting->tolerance = tolerance_of(paragraph, attempt);
        if (setting->looseness) { /* of use only while all lines are good */
            if (setting->tolerance == INT64_MAX && !attempt->certain)
                continue;
            setting->tolerance = tolerance_of(paragraph, attempts);
        }
        setting->lenient = attempt->divide;
        setting->certain = attempt->certain;
        count = break_lines(items->list.at, items->list.count, setting, paragraph->text->scratch,
                            breaks);
    }
    return count;
}

static size_t ragged_breaks(struct paragraph *paragraph, struct break_setting *setting,
                            struct items *items, struct break_line **breaks) {
    *items = items_make(paragraph, paragraph->setting->hyphenate);
    setting->tolerance = INT64_MAX;
    setting->lenient = true;
    setting->second_hyphen_demerits = RAGGED_SECOND_DEMERITS;
    setting->fewest = true;
    setting->last_counts = paragraph->setting->balance;
    setting->line_stretch = setting->widths[setting->width_count - 1] / 4;
    struct arena *scratch = paragraph->text->scratch;
    size_t count = break_lines(items->list.at, items->list.count, setting, scratch, breaks);
    if (count)
        return count;
    setting->lenient = setting->certain = true;
    return break_lines(items->list.at, items->list.count, setting, scratch, breaks);
}

static struct cut cut_of(const struct paragraph *paragraph, const struct items *items,
                         uint32_t end) {
    const struct break_item *item = &items->list.at[end];
    struct cut cut = {.token = item->origin / POINTS_A_TOKEN};
    size_t point = item->origin % POINTS_A_TOKEN;
    if (point) {
        const struct token *token = &paragraph->tokens.at[cut.token];
        cut.offset = token->point_count ? token->points[point - 1].offset
                                        : token->word->points[point - 1].offset;
    }
    return cut;
}

static struct lines lines_set(struct paragraph *paragraph, const struct items *items,
                              const struct break_line *breaks, size_t count) {
    struct lines lines = {arena_make(paragraph->arena, struct line, count), count};
    struct cut from = {0};
    for (size_t i = 0; i < count; i++) {
        const struct break_item *item = &items->list.at[breaks[i].end];
        struct cut to = cut_of(paragraph, items, breaks[i].end);
        struct line_request request = {.from = from,
                                       .to = to,
                                       .first = i == 0,
                                       .fills = item->kind == BREAK_PENALTY &&
                                                item->penalty <= BREAK_FORCED,
                                       .demerits = breaks[i].demerits};
        line_set(paragraph, &request, &lines.at[i]);
        from = to;
    }
    return lines;
}

static struct lines single_line(struct paragraph *paragraph) {
    struct lines lines = {arena_make(paragraph->arena, struct line, 1), 1};
    struct line_request request = {
        .to = {.token = (uint32_t)paragraph->tokens.count}, .first = true, .fills = true};
    line_set(paragraph, &request, lines.at);
    return lines;
}

/* Letters of scripts that join or bear marks are not moved; nor are those beside them, for the
 * look.
 */
static bool may_track(const struct paragraph *paragraph) {
    const struct text_setting *setting = paragraph->setting;
    if (setting->spacing == 0 || setting->align != TEXT_JUSTIFY || paragraph->right_to_left)
        return false;
    for (size_t i = 0; i < paragraph->tokens.count; i++) {
        const struct token *token = &paragraph->tokens.at[i];
        bool moves = !token->word || style_at(paragraph->text->words, token->word->style)->tracks;
        if (token->level || !moves)
            return false;
    }
    return true;
}

static struct lines broken_lines(struct paragraph *paragraph) {
    tokens_split(paragraph);
    paragraph->tracks = may_track(paragraph);
    struct edges first = line_edges(paragraph, true), rest = line_edges(paragraph, false);
    sp widths[2] = {first.right - first.left, rest.right - rest.left};
    struct break_setting setting = {.widths = widths,
                                    .width_count = widths[0] == widths[1] ? 1 : 2,
                                    .looseness = paragraph->setting->looseness};
    struct items items;
    struct break_line *breaks;
    size_t count = paragraph->setting->align == TEXT_JUSTIFY
                       ? justified_breaks(paragraph, &setting, &items, &breaks)
                       : ragged_breaks(paragraph, &setting, &items, &breaks);
    return lines_set(paragraph, &items, breaks, count);
}

static bool fits_one_line(const struct paragraph *paragraph) {
    struct edges edges = line_edges(paragraph, true);
    sp width = paragraph->natural;
    for (size_t i = 0; i < paragraph->tokens.count; i++)
        if (paragraph->tokens.at[i].joint == JOINT_LEADER)
            width += leader_least(paragraph, &paragraph->tokens.at[i]);
    return !paragraph->forced && width <= edges.right - edges.left;
}

struct lines text_lines(struct text *text, const struct text_run *runs, size_t count,
                        const struct text_setting *setting, struct arena *arena,
                        struct diag *diag) {
    struct arena_mark mark = arena_mark(text->scratch);
    struct paragraph paragraph = {.text = text,
                                  .runs = runs,
                                  .run_count = count,
                                  .setting = setting,
                                  .arena = arena,
                                  .diag = diag,
                                  .right_to_left = setting->right_to_left};
    struct lines lines = {0};
    enum stage before = watch_enter(text->watch, STAGE_SHAPE);
    tokens_make(&paragraph);
    watch_enter(text->watch, STAGE_BREAK);
    if (paragraph.tokens.count)
        lines = fits_one_line(&paragraph) ? single_line(&paragraph) : broken_lines(&paragraph);
    watch_enter(text->watch, before);
    arena_rewind(text->scratch, mark);
    return lines;
}
