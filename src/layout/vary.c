#include "layout/vary.h"
#include "layout/galley.h"

/* How spaces of a variant may change, in thousandths of the font's, when none of the paragraph's
 * own lines is worse: less in a measure of 45 em than in one of 25, whose lines have few of them.
 */
enum { NARROW = 25, WIDE = 45, MOST_NARROW = 575, MOST_WIDE = 400, MOST_SHRINK = 200 };

/* What a column lacks beyond that, no variants give it. */
enum { MOST_FREE_LINES = 4 };

/* A paragraph with a line more or less costs so much where its own lines cost no more by it: two of
 * them less than two free lines, but more than one. A hyphen more in it (HYPHEN_PENALTY in
 * text/paragraph.c) costs nearly as much as a free line. */
enum { CHOICE_COST = 6, DEMERITS_A_COST = 1500, MOST_COST = 100000 };

/* Pages of fewer lines look forgotten. */
enum { FEW_LINES = 7 };

/* Hundredths of the measure by which a line can grow and shrink at most, spaces and letters
 * together: what would take more is not tried. */
enum { MOST_GROWTH = 8, MOST_LOSS = 5 };

/* A division with variants may leave new places that are bad, or have too few of them: each time
 * paragraphs of so many columns before the bad one are tried. */
static const size_t reaches[] = {1, 1, 3, 5};
enum { PASSES = sizeof reaches / sizeof *reaches };

/* What a paragraph gives that has been tried. */
struct offer {
    struct set *set;
    bool can_longer, can_shorter;
    int64_t longer, shorter; /* what its lines cost more, as text_lines reckons */
    int looseness;           /* 0: not taken */
};

struct varier {
    struct setter *setter;
    struct galley *galley;
    struct breaks_request *request;
    struct columns *columns;
    struct arena *scratch;
    struct diag *unheard;         /* what is wrong was said when the paragraphs were first set */
    ARRAY(struct offer) offers;   /* set.offer counts them from 1 */
    ARRAY(struct choice) choices; /* near what is bad now */
    ARRAY(uint32_t) chosen;       /* the offers that these are, one a choice */
    size_t in_vain;               /* so many choices did not help the columns as they are */
};

/* ---- where it is bad ---- */

/* The column ends where it has to. */
static bool is_last(const struct varier *varier, const struct column *column) {
    const struct breaks_request *request = varier->request;
    return column->end == request->count || request->strips[column->end].start != START_HERE;
}

static bool is_forgotten(const struct varier *varier, const struct column *column) {
    const struct breaks_request *request = varier->request;
    return !request->goes_on && request->columns == 1 && column->start > 0 &&
           request->strips[column->start].start == START_HERE &&
           column->used < FEW_LINES * request->grid;
}

/* The column before, on the same page, ends a few lines higher or lower. Footnotes make up for that
 * by themselves. */
static bool is_uneven(const struct varier *varier, const struct column *column) {
    const struct breaks_request *request = varier->request;
    if (column->index == 0 || column->foot || column[-1].foot)
        return false;
    sp apart = column->used - column[-1].used;
    apart = apart < 0 ? -apart : apart;
    return apart >= request->grid && apart < (MOST_FREE_LINES + 1) * request->grid;
}

static bool ends_badly(const struct varier *varier, const struct column *column) {
    const struct breaks_request *request = varier->request;
    if (is_uneven(varier, column))
        return true;
    if (is_last(varier, column))
        return is_forgotten(varier, column);
    sp notes = column->foot; /* they end at the foot by themselves */
    sp left = column_height(request, varier->columns, column) - column->used;
    return request->strips[column->end - 1].penalty >= BREAK_AT_HYPHEN ||
           (notes == 0 && left >= request->grid && left < (MOST_FREE_LINES + 1) * request->grid);
}

/* ---- what paragraphs offer ---- */

/* The justified text that begins with a strip; NULL when there is none of three lines or more. */
static struct set *paragraph_at(const struct varier *varier, size_t at) {
    const struct breaks_request *request = varier->request;
    const struct strip *strip = &request->strips[at];
    for (uint32_t i = 0; strip->justified && i < strip->part_count; i++) {
        const struct part *part = &strip->parts[i];
        if (part->kind != PART_LINE || part->line.line > 0 || part->line.set->lines.count < 3)
            continue;
        size_t end = at + part->line.set->lines.count;
        const struct strip *last = end <= request->count ? &request->strips[end - 1] : strip;
        if (last->part_count > 0 && last->parts->kind == PART_LINE &&
            last->parts->line.set == part->line.set && last->parts->line.line == end - at - 1)
            return part->line.set;
    }
    return NULL;
}

/* A last line that is shorter looks forgotten. */
static bool has_scrap(const struct lines *lines, const struct set *set) {
    return lines->at[lines->count - 1].width < 2 * set->block->style->size;
}

/* The paragraph has wide spaces or a last line of under 2 em: there is no good way to set it
 * without. */
static bool is_hard(const struct set *set) {
    const struct lines *lines = &set->lines;
    bool hard = has_scrap(lines, set);
    for (size_t i = 0; i < lines->count; i++)
        hard |= lines->at[i].ratio > MOST_NARROW || lines->at[i].overfull;
    return hard;
}

static int32_t most_stretch(const struct set *set) {
    const struct text_setting *setting = &set->setting;
    sp em = set->block->style->size, measure = setting->width - setting->left - setting->right;
    sp over = measure - NARROW * em, range = (WIDE - NARROW) * em;
    over = over < 0 ? 0 : over > range ? range : over;
    return MOST_NARROW - (int32_t)sp_scale(over, MOST_NARROW - MOST_WIDE, range);
}

bool lines_tolerable(const struct lines *lines, const struct set *set) {
    const struct lines *own = &set->lines;
    int32_t stretch = most_stretch(set), shrink = -MOST_SHRINK;
    for (size_t i = 0; i < own->count; i++) {
        if (own->at[i].ratio > stretch)
            stretch = own->at[i].ratio;
        if (own->at[i].ratio < shrink)
            shrink = own->at[i].ratio;
    }
    for (size_t i = 0; i < lines->count; i++)
        if (lines->at[i].overfull || lines->at[i].ratio > stretch || lines->at[i].ratio < shrink)
            return false;
    return !has_scrap(lines, set);
}

static int64_t cost_of(const struct lines *lines) {
    return lines->at[lines->count - 1].demerits;
}

/* Could the text fill all its lines and begin one more, or do without the last? */
static bool is_likely(const struct set *set, int looseness) {
    sp measure = set->setting.width - set->setting.left - set->setting.right, natural = 0;
    sp lines = (sp)set->lines.count;
    for (size_t i = 0; i < set->lines.count; i++)
        natural += set->lines.at[i].natural;
    return looseness > 0
               ? natural + sp_scale(measure, lines * MOST_GROWTH, 100) > measure * lines
               : natural < measure * (lines - 1) + sp_scale(measure, (lines - 1) * MOST_LOSS, 100);
}

/* Can the paragraph be set so? `cost` is what it costs more. */
static bool offers(const struct varier *varier, const struct set *set, int looseness,
                   int64_t *cost) {
    if (!is_likely(set, looseness))
        return false;
    struct arena_mark mark = arena_mark(varier->scratch);
    struct lines lines = set_looser(varier->setter, set, looseness, varier->scratch);
    bool can = lines.count == set->lines.count + (size_t)looseness && lines_tolerable(&lines, set);
    if (can)
        *cost = cost_of(&lines) - cost_of(&set->lines);
    arena_rewind(varier->scratch, mark);
    return can;
}

static bool may_vary(const struct set *set) {
    return set && set->setting.looseness == 0 && !set->refers && !is_hard(set);
}

/* What it offered in the division of an earlier window is void. */
static bool is_tried(const struct varier *varier, const struct set *set) {
    return set->offer > 0 && set->offer <= varier->offers.count &&
           varier->offers.at[set->offer - 1].set == set;
}

static struct offer *offer_of(struct varier *varier, struct set *set) {
    if (!is_tried(varier, set)) {
        struct offer offer = {.set = set};
        offer.can_longer = offers(varier, set, 1, &offer.longer);
        offer.can_shorter = offers(varier, set, -1, &offer.shorter);
        array_push(&varier->offers, varier->scratch, offer);
        set->offer = (uint32_t)varier->offers.count;
    }
    return &varier->offers.at[set->offer - 1];
}

/* What the breaks of columns weigh against free lines. */
static int32_t price_of(bool can, int64_t demerits) {
    int64_t price = CHOICE_COST + (demerits > 0 ? demerits / DEMERITS_A_COST : 0);
    return !can ? 0 : price < MOST_COST ? (int32_t)price : MOST_COST;
}

static void add_choice(struct varier *varier, struct set *set, size_t at) {
    const struct offer *offer = offer_of(varier, set);
    if (!offer->can_longer && !offer->can_shorter)
        return;
    struct choice choice = {.start = at,
                            .end = at + set->lines.count,
                            .longer = price_of(offer->can_longer, offer->longer),
                            .shorter = price_of(offer->can_shorter, offer->shorter)};
    array_push(&varier->choices, varier->scratch, choice);
    array_push(&varier->chosen, varier->scratch, set->offer - 1);
}

/* Choices of bad columns and of those before, from which lines may come over. */
static void gather_choices(struct varier *varier, size_t reach) {
    const struct columns *columns = varier->columns;
    size_t done = 0;
    varier->choices.count = varier->chosen.count = 0;
    for (size_t i = 0; i < columns->count; i++) {
        if (!ends_badly(varier, &columns->at[i]))
            continue;
        size_t from = columns->at[i > reach ? i - reach : 0].start;
        for (size_t at = from > done ? from : done; at < columns->at[i].end; at++) {
            struct set *set = paragraph_at(varier, at);
            if (may_vary(set))
                add_choice(varier, set, at);
        }
        done = columns->at[i].end;
    }
}

/* ---- what is taken ---- */

/* The paragraph of the column that costs least to make longer or shorter by a line. */
static struct offer *best_offer(struct varier *varier, const struct column *column) {
    struct offer *best = NULL;
    bool longer = column->lines > 0;
    for (size_t i = 0; i < varier->choices.count; i++) {
        const struct choice *choice = &varier->choices.at[i];
        struct offer *offer = &varier->offers.at[varier->chosen.at[i]];
        if (offer->looseness || !choice_gives(choice, column->start, column->end, longer))
            continue;
        if (!best || (longer ? offer->longer < best->longer : offer->shorter < best->shorter))
            best = offer;
    }
    return best;
}

/* False when no paragraph changes. */
static bool take_offers(struct varier *varier, const struct columns *columns) {
    bool any = false;
    for (size_t i = 0; i < columns->count; i++) {
        const struct column *column = &columns->at[i];
        for (int line = column->lines; line != 0; line += line > 0 ? -1 : 1) {
            best_offer(varier, column)->looseness = line > 0 ? 1 : -1;
            any = true;
        }
    }
    return any;
}

/* ---- strips of the paragraphs as chosen ---- */

/* Strip `i` of a paragraph whose strips were `old`, as many as `before` has lines: the first and
 * the last keep what is theirs, and so do lines that stay with a heading. */
static struct strip strip_again(struct varier *varier, const struct strip *old,
                                const struct set *before, const struct set *set, size_t i) {
    size_t count = set->lines.count, old_count = before->lines.count;
    bool last = i + 1 == count;
    struct strip strip = i == 0 ? old[0] : last ? old[old_count - 1] : old[1];
    struct part *parts = arena_make(varier->setter->arena, struct part, strip.part_count);
    for (uint32_t p = 0; p < strip.part_count; p++) {
        parts[p] = strip.parts[p];
        if (parts[p].kind == PART_LINE && parts[p].line.set == set)
            parts[p].line.line = (uint32_t)i;
    }
    strip.parts = parts;
    int32_t keep = i + 1 < old_count ? old[i].penalty - line_penalty(before, i) : 0;
    if (!last)
        strip.penalty = line_penalty(set, i) + keep;
    return strip;
}

/* The footnotes of the old strips, in their order, hang on the strips that call them now. */
static void hang_notes(struct varier *varier, const struct strip *old, size_t old_count,
                       const struct set *set, struct strip *strips) {
    ARRAY(const struct galley *) notes = {0};
    for (size_t i = 0; i < old_count; i++)
        for (uint32_t n = 0; n < old[i].note_count; n++)
            array_push(&notes, varier->setter->arena, old[i].called[n]);
    size_t next = 0;
    for (size_t i = 0; i < set->lines.count; i++) {
        strips[i].called = notes.at ? notes.at + next : NULL;
        strips[i].note_count = 0;
        strips[i].notes = 0;
        for (uint32_t run = 0; run < set->run_count && next < notes.count; run++)
            if (line_calls(set, &set->lines.at[i], run)) {
                strips[i].notes += galley_height(notes.at[next++], 0);
                strips[i].note_count++;
            }
    }
}

static void append(struct varier *varier, struct galley *galley, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        array_push(&galley->strips, varier->setter->arena, varier->galley->strips.at[i]);
}

static void append_again(struct varier *varier, struct galley *galley, const struct strip *old,
                         const struct offer *offer) {
    struct set *set = offer->set, before = *set;
    set->setting.looseness = offer->looseness;
    set->lines = set_looser(varier->setter, set, offer->looseness, varier->setter->arena);
    size_t first = galley->strips.count;
    for (size_t i = 0; i < set->lines.count; i++)
        array_push(&galley->strips, varier->setter->arena,
                   strip_again(varier, old, &before, set, i));
    hang_notes(varier, old, before.lines.count, set, &galley->strips.at[first]);
}

static void set_chosen(struct varier *varier) {
    struct galley galley = {.dropped = varier->galley->dropped};
    size_t done = 0;
    for (size_t i = 0; i < varier->choices.count; i++) {
        const struct choice *choice = &varier->choices.at[i];
        const struct offer *offer = &varier->offers.at[varier->chosen.at[i]];
        if (offer->looseness == 0)
            continue;
        append(varier, &galley, done, choice->start);
        append_again(varier, &galley, &varier->galley->strips.at[choice->start], offer);
        done = choice->end;
    }
    append(varier, &galley, done, varier->galley->strips.count);
    *varier->galley = galley;
    varier->request->strips = galley.strips.at;
    varier->request->count = galley.strips.count;
}

/* One attempt. Choices of a longer reach are those of a shorter one and maybe more. */
static void vary_once(struct varier *varier, size_t reach) {
    gather_choices(varier, reach);
    if (varier->choices.count == varier->in_vain)
        return;
    struct breaks_request request = *varier->request;
    request.choices = varier->choices.at;
    request.choice_count = varier->choices.count;
    struct columns columns = breaks_find(&request, varier->scratch, varier->unheard);
    varier->in_vain = varier->choices.count;
    if (!take_offers(varier, &columns))
        return;
    varier->in_vain = 0;
    set_chosen(varier);
    *varier->columns = breaks_find(varier->request, varier->setter->arena, varier->unheard);
}

void vary_paragraphs(struct setter *setter, struct galley *galley, struct breaks_request *request,
                     struct columns *columns) {
    struct arena *scratch = arena_new();
    struct varier varier = {.setter = setter,
                            .galley = galley,
                            .request = request,
                            .columns = columns,
                            .scratch = scratch,
                            .unheard = diag_new(scratch)};
    for (int pass = 0; pass < PASSES; pass++)
        vary_once(&varier, reaches[pass]);
    arena_free(scratch);
}
