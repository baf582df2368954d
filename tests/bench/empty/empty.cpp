// What the system takes to make and end a process, whatever the program in it.
int main() {}
