/* Runs of the document into lines of the text stage. */
#include "layout/setter.h"
#include "layout/vary.h"

#include <string.h>

/* Superscripts: size and height as share of the size around them, in percent. */
enum { RAISED_SIZE = 64, RAISED_HEIGHT = 36 };

sp run_size(const struct run *run) {
    return run->raised ? sp_scale(run->style->size, RAISED_SIZE, 100) : run->style->size;
}

sp run_rise(const struct run *run) {
    return run->raised ? sp_scale(run->style->size, RAISED_HEIGHT, 100) : 0;
}

/* Text of a run with its page, or that of the round before. */
static struct str run_text(struct setter *setter, const struct run *run) {
    if (run->kind != RUN_PAGE)
        return run->text;
    const struct place_entry *entry = places_find(&setter->places, run->target);
    if (!entry)
        entry = places_find(&setter->known, run->target);
    /* Two figures is the likeliest guess for what comes later: it keeps line counts right. */
    uint32_t page = entry && entry->page ? entry->page : 10;
    return str_print(setter->arena, "%u", page);
}

static enum text_kind text_kind_of(const struct run *run) {
    if (run->kind == RUN_BREAK)
        return TEXT_BREAK;
    return run->kind == RUN_LEADER ? TEXT_LEADER : TEXT_CHARACTERS;
}

static void text_run_fill(struct setter *setter, const struct run *run, struct str language) {
    const struct style *style = run->style;
    array_push(&setter->runs, setter->result,
               (struct text_run){
                   .kind = text_kind_of(run),
                   .text = run_text(setter, run),
                   .family = style->family,
                   .bold = style->bold,
                   .italic = style->italic,
                   .tabular = style->tabular,
                   .oldstyle = style->oldstyle,
                   .smallcaps = style->smallcaps,
                   .raised = run->raised,
                   .isolate = run->isolate,
                   .size = run_size(run),
                   .tracking = style->tracking,
                   .language = run->language.length ? run->language : language,
                   .span = run->span,
               });
}

static void text_runs_fill(struct setter *setter, const struct run *runs, size_t count,
                           struct str language) {
    setter->runs.count = 0;
    for (size_t i = 0; i < count; i++)
        text_run_fill(setter, &runs[i], language);
}

struct text_setting style_setting(const struct setter *setter, const struct style *style,
                                  sp width) {
    bool justified = style->align == ALIGN_JUSTIFY;
    const struct justification *most = &setter->doc->justification;
    return (struct text_setting){
        .width = width,
        .left = style->left,
        .right = style->right,
        .align = (enum text_align)style->align,
        .hyphenate = style->hyphenate,
        .balance = style->balance,
        .automatic = true,
        .expansion = justified ? most->expansion : 0,
        .spacing = justified ? most->spacing : 0,
        .protrusion = justified && most->protrusion,
    };
}

/* Tags of runs that are more than the paragraph's text: links, references to notes, other
 * languages, abbreviations. */
static uint32_t run_tag(struct setter *setter, const struct run *run, uint32_t parent,
                        struct str language) {
    bool foreign = run->language.length && !str_equal(run->language, language);
    struct str own = foreign ? run->language : (struct str){0};
    uint32_t tag = 0;
    if (run->kind == RUN_NOTE)
        tag = tag_add(setter, ROLE_REFERENCE, parent, own);
    if (run->link.length)
        tag = tag_add(setter, ROLE_LINK, tag ? tag : parent, own);
    else if (!tag && (foreign || run->expansion.length))
        tag = tag_add(setter, ROLE_SPAN, parent, own);
    if (tag && run->expansion.length)
        tag_texts_fill(&setter->tags.at[tag], setter->result)->expansion =
            str_copy(setter->result, run->expansion);
    return tag;
}

/* What parts two links of a list is read with the first: each piece of text by itself costs room in
 * the file and a halt in reading. */
static bool parts_links(const struct set *set, uint32_t i) {
    const struct run *run = &set->runs[i];
    return i > 0 && i + 1 < set->run_count && run->kind == RUN_TEXT && !run->link.length &&
           run[-1].link.length && run[1].link.length && str_equal(run->text, STR(", "));
}

static uint32_t tag_of_run(struct setter *setter, const struct set *set, uint32_t i) {
    const struct run *run = &set->runs[i];
    bool goes_on = i > 0 && set->run_tags && (runs_linked(run - 1, run) || parts_links(set, i));
    return goes_on ? set->run_tags[i - 1] : run_tag(setter, run, set->tag, set->language);
}

/* What is a link as a whole needs no tags within it. */
static void set_tags(struct setter *setter, struct set *set) {
    if (set->tag == 0 || setter->tags.at[set->tag].role == ROLE_LINK)
        return;
    for (uint32_t i = 0; i < set->run_count; i++) {
        uint32_t tag = tag_of_run(setter, set, i);
        if (tag && !set->run_tags)
            set->run_tags = arena_make(setter->arena, uint32_t, set->run_count);
        if (tag)
            set->run_tags[i] = tag;
    }
}

struct lines set_looser(struct setter *setter, const struct set *set, int looseness,
                        struct arena *arena) {
    struct text_setting setting = set->setting;
    setting.looseness = looseness;
    text_runs_fill(setter, set->runs, set->run_count, set->language);
    return text_lines(setter->text, setter->runs.at, setter->runs.count, &setting, arena, NULL);
}

/* Of the block or of the nearest around it that says; else the document's. */
static int looseness_of(const struct setter *setter, const struct block *block) {
    for (; block; block = block->parent)
        if (block->looseness)
            return block->looseness;
    return setter->doc->justification.looseness;
}

static struct arena *set_arena(const struct setter *setter, const struct set *set) {
    return set->waits ? setter->result : setter->arena;
}

/* As many lines more or less as are asked for, where they can be had and stay good; else fewer. */
static void set_loosen(struct setter *setter, struct set *set) {
    if (set->setting.align != TEXT_JUSTIFY)
        return;
    for (int looseness = looseness_of(setter, set->block); looseness;
         looseness -= looseness > 0 ? 1 : -1) {
        struct lines lines = set_looser(setter, set, looseness, set_arena(setter, set));
        if (lines.count == set->lines.count || !lines_tolerable(&lines, set))
            continue;
        set->setting.looseness = looseness;
        set->lines = lines;
        return;
    }
}

static void set_break(struct setter *setter, struct set *set) {
    text_runs_fill(setter, set->runs, set->run_count, set->language);
    set->setting.looseness = 0;
    set->lines = text_lines(setter->text, setter->runs.at, setter->runs.count, &set->setting,
                            set_arena(setter, set), setter->diag);
    set_loosen(setter, set);
}

/* ---- what waits for a page ---- */

static void find_references(const struct setter *setter, struct set *set) {
    for (uint32_t i = 0; i < set->run_count; i++) {
        if (set->runs[i].kind != RUN_PAGE)
            continue;
        set->refers = true;
        set->waits |= !places_find(&setter->places, set->runs[i].target);
    }
}

static struct run run_kept(struct run run, struct arena *arena) {
    struct str *texts[] = {&run.text,       &run.language, &run.link,
                           &run.link_title, &run.target,   &run.expansion};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = str_copy(arena, *texts[i]);
    return run;
}

/* What setting the text again needs to know of its block. */
static const struct block *block_kept(const struct setter *setter, const struct block *block) {
    struct block *kept = arena_make(setter->result, struct block, 1);
    kept->style = block->style;
    kept->looseness = (int8_t)looseness_of(setter, block);
    kept->span = block->span;
    return kept;
}

/* A copy that outlives its blocks. */
static struct set *set_kept(const struct setter *setter, const struct set *set) {
    struct arena *arena = setter->result;
    struct set *kept = arena_make(arena, struct set, 1);
    *kept = *set;
    if (set->block)
        kept->block = block_kept(setter, set->block);
    struct run *runs = arena_make(arena, struct run, set->run_count);
    for (uint32_t i = 0; i < set->run_count; i++)
        runs[i] = run_kept(set->runs[i], arena);
    kept->runs = runs;
    kept->language = str_copy(arena, set->language);
    if (set->run_tags) {
        kept->run_tags = arena_make(arena, uint32_t, set->run_count);
        memcpy(kept->run_tags, set->run_tags, set->run_count * sizeof *set->run_tags);
    }
    return kept;
}

/* ---- sets ---- */

struct set *set_runs(struct setter *setter, const struct block *block, const struct runs *runs,
                     const struct text_setting *setting, uint32_t tag, struct str language) {
    struct set *set = arena_make(setter->arena, struct set, 1);
    set->block = block;
    set->runs = runs->at;
    set->run_count = (uint32_t)runs->count;
    set->tag = tag;
    set->setting = *setting;
    set->language = language;
    set_tags(setter, set);
    find_references(setter, set);
    if (set->waits) {
        set = set_kept(setter, set);
        array_push(&setter->waiting, setter->result, set);
    }
    set_break(setter, set);
    return set;
}

bool set_again(struct setter *setter, struct set *set) {
    size_t before = set->lines.count;
    set_break(setter, set);
    return set->lines.count != before;
}

sp runs_width(struct setter *setter, const struct runs *runs, struct str language, bool least) {
    text_runs_fill(setter, runs->at, runs->count, language);
    return least ? text_least_width(setter->text, setter->runs.at, setter->runs.count, setter->diag)
                 : text_width(setter->text, setter->runs.at, setter->runs.count, setter->diag);
}
