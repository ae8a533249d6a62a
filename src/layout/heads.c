/* Page heads and feet, the rule below the head, the thumb index. All of it is artifact. */
#include "layout/sheet.h"

/* ---- fields ---- */

static struct str field_text(struct setter *setter, const struct sheet *sheet,
                             enum page_field field, uint32_t pages) {
    switch (field) {
    case PAGE_NUMBER:
        return sheet->label;
    case PAGE_COUNT:
        return str_print(setter->arena, "%u", pages);
    case PAGE_FIRST_MARK:
        return sheet->first.guide;
    case PAGE_LAST_MARK:
        return sheet->last.guide;
    case PAGE_TITLE:
        return sheet->first.title;
    case PAGE_SECTION:
        return sheet->first.section;
    }
    return (struct str){0};
}

static bool is_field(const struct run *run, enum page_field field) {
    return run->kind == RUN_FIELD && run->field == field;
}

static bool line_shows(const struct page_line *line, enum page_field field) {
    const struct runs *slots[] = {&line->outside, &line->centre, &line->inside};
    for (size_t slot = 0; slot < 3; slot++)
        for (size_t i = 0; i < slots[slot]->count; i++)
            if (is_field(&slots[slot]->at[i], field))
                return true;
    return false;
}

bool master_shows(const struct master *master, enum page_field field) {
    for (int side = 0; side < 2; side++)
        if (line_shows(&master->head[side], field) || line_shows(&master->foot[side], field))
            return true;
    return false;
}

/* "Argentina – Argentina" is said once. */
static bool says_twice(const struct sheet *sheet, const struct runs *runs, size_t i) {
    return i + 2 < runs->count && is_field(&runs->at[i], PAGE_FIRST_MARK) &&
           is_field(&runs->at[i + 2], PAGE_LAST_MARK) &&
           str_equal(sheet->first.guide, sheet->last.guide);
}

static struct runs resolve(struct setter *setter, const struct sheet *sheet,
                           const struct runs *runs, uint32_t pages) {
    struct runs resolved = {0};
    for (size_t i = 0; i < runs->count; i++) {
        struct run run = runs->at[i];
        if (run.kind == RUN_FIELD) {
            run.text = field_text(setter, sheet, run.field, pages);
            run.kind = RUN_TEXT;
        }
        if (run.text.length || run.kind != RUN_TEXT)
            array_push(&resolved, setter->arena, run);
        if (says_twice(sheet, runs, i))
            i += 2;
    }
    return resolved;
}

/* ---- slots ---- */

/* The text without its last word. */
static struct str without_last_word(struct str text) {
    size_t length = text.length;
    while (length > 0 && text.at[length - 1] != ' ')
        length--;
    while (length > 0 && text.at[length - 1] == ' ')
        length--;
    return str_part(text, 0, length);
}

static struct set *set_slot(struct setter *setter, const struct sheet *sheet,
                            const struct runs *runs, enum text_align align) {
    struct text_setting setting = {.width = master_full_width(sheet->master),
                                   .align = align,
                                   .right_to_left = sheet->master->right_to_left};
    return set_runs(setter, NULL, runs, &setting, 0, setter->doc->meta.language);
}

/* A head is one line: one that is too long loses words at its end. */
static struct set *set_one_line(struct setter *setter, const struct sheet *sheet, struct runs *runs,
                                enum text_align align) {
    struct set *set = set_slot(setter, sheet, runs, align);
    struct run *last = &runs->at[runs->count - 1];
    struct str left = last->text;
    while (set->lines.count > 1 && (left = without_last_word(left)).length > 0) {
        last->text = str_join(setter->arena, left, STR("\xE2\x80\xA6"));
        set = set_slot(setter, sheet, runs, align);
    }
    return set;
}

static void emit_slot(struct setter *setter, struct sheet *sheet, const struct runs *runs,
                      enum text_align align, sp baseline, uint32_t pages, enum artifact artifact) {
    struct runs resolved = resolve(setter, sheet, runs, pages);
    if (resolved.count == 0)
        return;
    struct set *set = set_one_line(setter, sheet, &resolved, align);
    if (set->lines.count > 0)
        emit_line(setter, sheet, set, 0, sheet_left(sheet), baseline, artifact);
}

static void emit_page_line(struct setter *setter, struct sheet *sheet, const struct page_line *line,
                           sp baseline, uint32_t pages, enum artifact artifact) {
    bool recto = sheet_is_recto(sheet);
    emit_slot(setter, sheet, &line->outside, recto ? TEXT_END : TEXT_START, baseline, pages,
              artifact);
    emit_slot(setter, sheet, &line->centre, TEXT_CENTRE, baseline, pages, artifact);
    emit_slot(setter, sheet, &line->inside, recto ? TEXT_START : TEXT_END, baseline, pages,
              artifact);
}

/* ---- thumb index ---- */

static size_t thumb_place(const struct master *master, struct str letter) {
    for (size_t i = 0; i < master->thumb_count; i++)
        if (str_equal(master->thumbs[i], letter))
            return i;
    return 0;
}

/* Tabs step down the outer edge by the letter's place in the alphabet; where there are more letters
 * than room they stand closer. */
static void emit_thumb(struct setter *setter, struct sheet *sheet, struct str letter) {
    const struct master *master = sheet->master;
    bool right = sheet_binds_left(sheet);
    sp room = master->grid * master->lines - master->thumb_height;
    sp step = master->thumb_count > 1 ? room / (sp)(master->thumb_count - 1) : 0;
    if (step > master->thumb_height)
        step = master->thumb_height;
    sp y = master_top(master) + step * (sp)thumb_place(master, letter);
    sp x = right ? master->width - master->thumb_width : -master->bleed;
    emit_rule(sheet, x, y, master->thumb_width + master->bleed, master->thumb_height,
              master->thumb_style->rule_colour, ARTIFACT_BACKGROUND);
    struct runs runs = {0};
    run_add(&runs, setter->arena, RUN_TEXT, master->thumb_style, letter, (struct span){0});
    struct text_setting setting = {.width = master->thumb_width, .align = TEXT_CENTRE};
    struct set *set = set_runs(setter, NULL, &runs, &setting, 0, setter->doc->meta.language);
    sp baseline = y + master->thumb_height / 2 + master->thumb_style->size * 35 / 100;
    if (set->lines.count > 0)
        emit_line(setter, sheet, set, 0, right ? x : 0, baseline, ARTIFACT_HEADER);
}

static void emit_thumbs(struct setter *setter, struct sheet *sheet) {
    const struct master *master = sheet->master;
    if (master->thumb_width <= 0 || master->thumb_height <= 0 || !master->thumb_style)
        return;
    for (size_t i = 0; i < sheet->thumbs.count; i++)
        emit_thumb(setter, sheet, sheet->thumbs.at[i]);
}

void emit_heads(struct setter *setter, struct sheet *sheet, uint32_t pages) {
    const struct master *master = sheet->master;
    if (master->bare || sheet->blank)
        return;
    int side = sheet_is_recto(sheet) ? 1 : 0;
    if (!sheet->bare) {
        emit_page_line(setter, sheet, &master->head[side], master->head_baseline, pages,
                       ARTIFACT_HEADER);
        if (master->head_rule > 0)
            emit_rule(sheet, sheet_left(sheet), master->head_baseline + master->grid * 2 / 5,
                      master_full_width(master), master->head_rule, master->head_rule_colour,
                      ARTIFACT_HEADER);
        emit_thumbs(setter, sheet);
    }
    emit_page_line(setter, sheet, &master->foot[side], master->height - master->foot_baseline,
                   pages, ARTIFACT_FOOTER);
}
