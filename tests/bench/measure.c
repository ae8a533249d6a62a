/* Runs a command several times and prints the best: wall and CPU time in milliseconds, peak memory
 * in MiB.   measure TIMES COMMAND [ARGUMENT]... */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct figures {
    double wall, cpu, memory;
};

static double seconds(struct timeval time) {
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Standard output of the command goes nowhere; what it says on standard error is seen. */
static void become(char **command) {
    int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0)
        dup2(nowhere, STDOUT_FILENO);
    execvp(command[0], command);
    perror(command[0]);
    _exit(127);
}

static struct figures run(char **command) {
    double begin = now();
    pid_t child = fork();
    if (child == 0)
        become(command);
    int status;
    struct rusage usage;
    if (child < 0 || wait4(child, &status, 0, &usage) < 0 || status != 0) {
        fprintf(stderr, "measure: %s failed\n", command[0]);
        exit(EXIT_FAILURE);
    }
    return (struct figures){
        .wall = now() - begin,
        .cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime),
        .memory = (double)usage.ru_maxrss / 1024, /* Linux gives KiB */
    };
}

int main(int count, char **words) {
    int times = count > 2 ? atoi(words[1]) : 0;
    if (times < 1) {
        fputs("usage: measure TIMES COMMAND [ARGUMENT]...\n", stderr);
        return 2;
    }
    struct figures best = run(&words[2]);
    for (int i = 1; i < times; i++) {
        struct figures figures = run(&words[2]);
        if (figures.wall < best.wall)
            best.wall = figures.wall;
        if (figures.cpu < best.cpu)
            best.cpu = figures.cpu;
        if (figures.memory > best.memory)
            best.memory = figures.memory;
    }
    printf("%.1f %.1f %.1f\n", best.wall * 1e3, best.cpu * 1e3, best.memory);
    return 0;
}
