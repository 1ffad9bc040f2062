using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GraphQLTokens.Service.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TokenRateLimit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "RateLimit_Limit",
                table: "tokens",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RateLimit_Window",
                table: "tokens",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RateLimit_Limit",
                table: "tokens");

            migrationBuilder.DropColumn(
                name: "RateLimit_Window",
                table: "tokens");
        }
    }
}
