/* Where columns end, on strips made by hand. The grid is one point, so heights count lines. */
#include "layout/breaks.h"
#include "unit/check.h"

enum { LINES = 10 };

struct fixture {
    struct arena *arena;
    struct diag *diag;
    struct strip strips[200];
    size_t count;
};

static void fixture_begin(struct fixture *fixture) {
    *fixture = (struct fixture){.arena = arena_new()};
    fixture->diag = diag_new(fixture->arena);
}

/* `count` lines of a paragraph, with the penalties that galley.c gives. */
static void add_paragraph(struct fixture *fixture, int count) {
    for (int i = 0; i < count; i++) {
        bool edge = i == 0 || i + 2 == count;
        int32_t penalty = edge ? BREAK_NEVER : BREAK_IN_PARAGRAPH;
        fixture->strips[fixture->count++] = (struct strip){
            .height = SP_PT, .snap = true, .penalty = i + 1 == count ? BREAK_FREE : penalty};
    }
}

static struct strip *last(struct fixture *fixture) {
    return &fixture->strips[fixture->count - 1];
}

static struct breaks_request request_of(const struct fixture *fixture, int columns) {
    return (struct breaks_request){
        .strips = fixture->strips,
        .count = fixture->count,
        .grid = SP_PT,
        .height = LINES * SP_PT,
        .columns = columns,
        .note_gap = SP_PT,
    };
}

static struct columns divide(struct fixture *fixture, int columns, bool balance) {
    struct breaks_request request = request_of(fixture, columns);
    request.balance = balance;
    return breaks_find(&request, fixture->arena, fixture->diag);
}

static void test_widow_is_avoided(void) {
    struct fixture fixture;
    fixture_begin(&fixture);
    add_paragraph(&fixture, 6);
    add_paragraph(&fixture, 5); /* a full column would leave its last line alone */
    add_paragraph(&fixture, 8);
    struct columns columns = divide(&fixture, 1, false);
    CHECK(columns.count == 2);
    CHECK(columns.at[0].end == 9);
    CHECK(columns.at[1].start == 9 && columns.at[1].page == 1);
    arena_free(fixture.arena);
}

static void test_heading_stays_with_two_lines(void) {
    struct fixture fixture;
    fixture_begin(&fixture);
    add_paragraph(&fixture, 8);
    add_paragraph(&fixture, 1);
    last(&fixture)->penalty = BREAK_NEVER; /* a heading */
    add_paragraph(&fixture, 6);
    struct columns columns = divide(&fixture, 1, false);
    CHECK(columns.at[0].end == 8);
    arena_free(fixture.arena);
}

static void test_forced_page_and_need(void) {
    struct fixture fixture;
    fixture_begin(&fixture);
    add_paragraph(&fixture, 4);
    add_paragraph(&fixture, 4);
    fixture.strips[4].start = START_RECTO;
    add_paragraph(&fixture, 4);
    fixture.strips[8].need = 7 * SP_PT; /* six lines are left */
    fixture.strips[8].need_start = START_PAGE;
    struct columns columns = divide(&fixture, 2, false);
    CHECK(columns.count == 3);
    CHECK(columns.at[1].start == 4 && columns.at[1].index == 0 && columns.at[1].recto);
    CHECK(columns.at[2].start == 8 && columns.at[2].page == 2 && columns.at[2].index == 0);
    fixture.strips[8].need = 6 * SP_PT;
    CHECK(divide(&fixture, 2, false).count == 2);
    arena_free(fixture.arena);
}

static void test_columns_end_level(void) {
    struct fixture fixture;
    fixture_begin(&fixture);
    for (int i = 0; i < 14; i++)
        add_paragraph(&fixture, 2);
    struct columns columns = divide(&fixture, 3, true);
    CHECK(columns.count == 3);
    CHECK(columns.at[0].end == 10 && columns.at[1].end == 20 && columns.at[2].end == 28);
    arena_free(fixture.arena);
}

static void test_last_page_is_not_forgotten(void) {
    struct fixture fixture;
    fixture_begin(&fixture);
    add_paragraph(&fixture, 5);
    add_paragraph(&fixture, 7); /* two lines over a page */
    struct columns columns = divide(&fixture, 1, false);
    CHECK(columns.count == 2);
    CHECK(columns.at[1].end - columns.at[1].start >= 4);
    arena_free(fixture.arena);
}

static void test_footnote_takes_room(void) {
    struct fixture fixture;
    fixture_begin(&fixture);
    for (int i = 0; i < 14; i++)
        add_paragraph(&fixture, 1);
    fixture.strips[3].notes = 3 * SP_PT; /* and a line of white */
    struct columns columns = divide(&fixture, 1, false);
    CHECK(columns.at[0].end == 6);
    arena_free(fixture.arena);
}

/* The first column would end a line short, for the second paragraph has five lines. */
static void test_longer_paragraph_fills_column(void) {
    struct fixture fixture;
    fixture_begin(&fixture);
    add_paragraph(&fixture, 6);
    add_paragraph(&fixture, 5);
    add_paragraph(&fixture, 8);
    struct breaks_request request = request_of(&fixture, 1);
    request.choices = &(struct choice){.start = 0, .end = 6, .longer = 6};
    request.choice_count = 1;
    struct columns columns = breaks_find(&request, fixture.arena, fixture.diag);
    CHECK(columns.at[0].end == 9 && columns.at[0].lines == 1);
    CHECK(columns.at[1].lines == 0);
    arena_free(fixture.arena);
}

/* A line that spoils the paragraph is not worth it; where two can give it, the price is that of the
 * one that gives it for less. */
static void test_dear_choice_is_left(void) {
    struct fixture fixture;
    fixture_begin(&fixture);
    add_paragraph(&fixture, 4);
    add_paragraph(&fixture, 2);
    add_paragraph(&fixture, 5);
    add_paragraph(&fixture, 8);
    struct breaks_request request = request_of(&fixture, 1);
    struct choice choices[] = {{.start = 0, .end = 4, .longer = 50},
                               {.start = 4, .end = 6, .longer = 6}};
    request.choices = choices;
    request.choice_count = 1;
    struct columns columns = breaks_find(&request, fixture.arena, fixture.diag);
    CHECK(columns.at[0].end == 9 && columns.at[0].lines == 0);
    request.choice_count = 2;
    columns = breaks_find(&request, fixture.arena, fixture.diag);
    CHECK(columns.at[0].end == 9 && columns.at[0].lines == 1);
    arena_free(fixture.arena);
}

static void test_shorter_paragraph_saves_column(void) {
    struct fixture fixture;
    fixture_begin(&fixture);
    add_paragraph(&fixture, 6);
    add_paragraph(&fixture, 5); /* a line over the column */
    add_paragraph(&fixture, 5);
    fixture.strips[11].start = START_PAGE;
    struct breaks_request request = request_of(&fixture, 1);
    struct choice choices[] = {{.start = 0, .end = 6, .longer = 6},
                               {.start = 6, .end = 11, .shorter = 6}};
    request.choices = choices;
    request.choice_count = 2;
    struct columns columns = breaks_find(&request, fixture.arena, fixture.diag);
    CHECK(columns.count == 2);
    CHECK(columns.at[0].end == 11 && columns.at[0].lines == -1);
    request.choice_count = 1; /* a longer one does not help */
    columns = breaks_find(&request, fixture.arena, fixture.diag);
    CHECK(columns.count == 3);
    arena_free(fixture.arena);
}

static void test_no_hyphen_over_column(void) {
    struct fixture fixture;
    fixture_begin(&fixture);
    add_paragraph(&fixture, 20);
    fixture.strips[9].penalty = BREAK_AT_HYPHEN;
    struct columns columns = divide(&fixture, 1, false);
    CHECK(columns.at[0].end < 10);
    arena_free(fixture.arena);
}

static void call_note(struct fixture *fixture, size_t at, int lines) {
    struct galley *note = arena_make(fixture->arena, struct galley, 1);
    for (int i = 0; i < lines; i++)
        array_push(&note->strips, fixture->arena, (struct strip){.height = SP_PT});
    const struct galley **called = arena_make(fixture->arena, const struct galley *, 1);
    called[0] = note;
    fixture->strips[at].called = called;
    fixture->strips[at].note_count = 1;
    fixture->strips[at].notes = lines * SP_PT;
}

/* All lines of notes stand at the foot of columns that hold them, one after the other. */
static sp check_notes(const struct fixture *fixture, const struct columns *columns) {
    struct breaks_request request = request_of(fixture, 1);
    sp height = 0;
    for (size_t i = 0; i < columns->count; i++) {
        const struct column *column = &columns->at[i];
        sp notes = column->foot;
        CHECK(column->used + notes <= LINES * SP_PT);
        CHECK(i == 0 || (column->notes.strip == column[-1].notes_end.strip &&
                         column->notes.line == column[-1].notes_end.line));
        height += notes > 0 ? notes - request.note_gap : 0;
    }
    return height;
}

static void test_note_higher_than_column_goes_on(void) {
    struct fixture fixture;
    fixture_begin(&fixture);
    for (int i = 0; i < 24; i++)
        add_paragraph(&fixture, 1);
    call_note(&fixture, 3, 14);
    struct columns columns = divide(&fixture, 1, false);
    CHECK(columns.at[0].end == 4);
    CHECK(columns.at[0].notes_end.strip == 3 && columns.at[0].notes_end.line == 5);
    CHECK(columns.at[1].end > 5); /* text goes on above it */
    CHECK(check_notes(&fixture, &columns) == 14 * SP_PT);
    CHECK(diag_faults(fixture.diag) == 0);
    call_note(&fixture, 3, 8); /* fits, so it stays whole */
    columns = divide(&fixture, 1, false);
    CHECK(columns.at[0].end == 3 && columns.at[1].notes_end.strip >= 4);
    CHECK(check_notes(&fixture, &columns) == 8 * SP_PT);
    arena_free(fixture.arena);
}

static void test_note_after_all_text(void) {
    struct fixture fixture;
    fixture_begin(&fixture);
    add_paragraph(&fixture, 4);
    call_note(&fixture, 3, 30);
    struct columns columns = divide(&fixture, 1, true);
    CHECK(columns.count == 4 && columns.at[3].start == columns.at[3].end);
    CHECK(columns.at[3].page == 3);
    CHECK(check_notes(&fixture, &columns) == 30 * SP_PT);
    arena_free(fixture.arena);
}

/* A picture of three lines with a caption; white of a line around. */
static void add_figure(struct fixture *fixture) {
    fixture->strips[fixture->count++] = (struct strip){
        .above = SP_PT, .height = 3 * SP_PT, .snap = true, .penalty = BREAK_NEVER, .floats = 2};
    fixture->strips[fixture->count++] = (struct strip){.height = SP_PT};
}

static void test_figure_goes_to_next_column(void) {
    struct fixture fixture;
    fixture_begin(&fixture);
    add_paragraph(&fixture, 6);
    add_figure(&fixture); /* five lines where four are left */
    add_paragraph(&fixture, 26);
    struct breaks_request request = request_of(&fixture, 1);
    struct columns columns = breaks_find(&request, fixture.arena, fixture.diag);
    CHECK(columns.at[0].floats_from == 6 && columns.at[0].end == 12);
    CHECK(columns.at[0].used == LINES * SP_PT);
    CHECK(columns.at[1].floats == 1 && figures_before(fixture.strips, 12, 1) == 6);
    CHECK(columns.at[1].used == LINES * SP_PT);
    CHECK(columns.at[1].end == 17); /* four lines, one of white, five of text */
    CHECK(columns.at[2].floats == 0 && columns.at[2].floats_from == columns.at[2].end);

    fixture.strips[8].start = START_PAGE; /* it does not leave its section */
    columns = breaks_find(&request, fixture.arena, fixture.diag);
    for (size_t i = 0; i < columns.count; i++)
        CHECK(columns.at[i].floats == 0);
    arena_free(fixture.arena);
}

static void test_figures_keep_their_order(void) {
    struct fixture fixture;
    fixture_begin(&fixture);
    add_paragraph(&fixture, 6);
    add_figure(&fixture);
    add_paragraph(&fixture, 2);
    fixture.strips[fixture.count] = (struct strip){.above = 0, .height = SP_PT, .floats = 1};
    fixture.count++; /* would fit, but the one before it does not */
    add_paragraph(&fixture, 26);
    struct breaks_request request = request_of(&fixture, 1);
    struct columns columns = breaks_find(&request, fixture.arena, fixture.diag);
    CHECK(columns.at[0].floats_from == 6 && columns.at[0].end == 13);
    CHECK(columns.at[1].floats == 2);
    arena_free(fixture.arena);
}

static void test_too_high_is_a_fault(void) {
    struct fixture fixture;
    fixture_begin(&fixture);
    add_paragraph(&fixture, 2);
    fixture.strips[fixture.count++] =
        (struct strip){.height = 12 * SP_PT, .span = {"data/releases/x.yaml", 7, 3}};
    struct columns columns = divide(&fixture, 1, false);
    CHECK(columns.count == 2);
    CHECK(diag_faults(fixture.diag) == 1);
    size_t count;
    CHECK(diag_sorted(fixture.diag, &count)[0].span.line == 7);
    arena_free(fixture.arena);
}

static void test_wide_prefix_shortens_first_page(void) {
    struct fixture fixture;
    fixture_begin(&fixture);
    add_paragraph(&fixture, 3);
    for (int i = 0; i < 3; i++)
        fixture.strips[i].wide = true;
    for (int i = 0; i < 20; i++)
        add_paragraph(&fixture, 1);
    struct columns columns = divide(&fixture, 2, false);
    CHECK(columns.prefix == 3 && columns.prefix_height == 3 * SP_PT);
    CHECK(columns.at[0].start == 3 && columns.at[0].end == 10);
    CHECK(columns.at[1].end == 17);
    CHECK(columns.at[2].page == 1);
    arena_free(fixture.arena);
}

int main(void) {
    test_widow_is_avoided();
    test_heading_stays_with_two_lines();
    test_forced_page_and_need();
    test_columns_end_level();
    test_last_page_is_not_forgotten();
    test_footnote_takes_room();
    test_longer_paragraph_fills_column();
    test_dear_choice_is_left();
    test_shorter_paragraph_saves_column();
    test_no_hyphen_over_column();
    test_note_higher_than_column_goes_on();
    test_note_after_all_text();
    test_figure_goes_to_next_column();
    test_figures_keep_their_order();
    test_too_high_is_a_fault();
    test_wide_prefix_shortens_first_page();
    return check_end();
}
